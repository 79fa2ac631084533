/** How a service stands, in one line, with its quota where it says one. */
import type { ServiceState } from "~src/messaging/contract"
import { formatAge } from "~src/ui/base/format"
import { useNow } from "~src/ui/base/use-now"
import { optionsText } from "~src/ui/strings/options"

export function ServiceLine({ service }: { service: ServiceState | undefined }) {
  if (!service) return null
  return (
    <div className="service-line">
      <p role="status" data-state={service.state}>
        <span className="dot" aria-hidden="true" />
        {service.text}
      </p>
      <Details service={service} />
      {service.quota && service.state === "connected" && <p className="field-hint">{service.quota}</p>}
    </div>
  )
}

/** The same line where a service that should answer does not, else nothing. */
export function ServiceTrouble({ service }: { service: ServiceState | undefined }) {
  return service && service.state !== "connected" ? <ServiceLine service={service} /> : null
}

/** What trouble means, what to do about it, and since when it may last. */
function Details({ service: { state, fault, okAt } }: { service: ServiceState }) {
  const now = useNow()
  if (state === "connected" || state === "not-connected") return null
  const answered = okAt === undefined ? "" : optionsText.lastAnswer(formatAge(okAt, now))
  const words = [fault?.detail, fault?.next, answered].filter(Boolean).join(" ")
  return words ? <p className="field-hint">{words}</p> : null
}
