/** What Looker brought, and whom it could not tell. */
import { useWorkerQuery } from "~src/store/use-worker-query"
import { LookerReading } from "~src/ui/options/shared/LookerReading"
import { useAct } from "~src/ui/options/shared/use-act"
import { lookerText as text } from "~src/ui/strings/looker"

import { UnmatchedNames } from "./Report"

export function LookerCard() {
  const { data: settings } = useWorkerQuery("settings.get", {}, ["settings"])
  const { data: state } = useWorkerQuery("looker.get", {}, ["usage"])
  const read = useAct("looker.read")
  if (settings?.looker.connected !== true) return null
  return (
    <section className="card" aria-labelledby="usage-looker">
      <h2 id="usage-looker">{text.card}</h2>
      <LookerReading />
      <UnmatchedNames unmatched={state?.unmatched ?? {}} onLinked={() => read.mutate({})} />
    </section>
  )
}
