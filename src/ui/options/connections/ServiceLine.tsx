/** How a service stands, in one line, with its quota where it says one. */
import type { ServiceState } from "~src/messaging/contract"

export function ServiceLine({ service }: { service: ServiceState | undefined }) {
  if (!service) return null
  return (
    <div className="service-line">
      <p role="status" data-state={service.state}>
        <span className="dot" aria-hidden="true" />
        {service.text}
      </p>
      {service.quota && <p className="field-hint">{service.quota.text}</p>}
    </div>
  )
}
