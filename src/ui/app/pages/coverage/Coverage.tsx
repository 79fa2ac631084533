import { useState } from "react"

import { useSettings } from "~src/store/use-settings"
import { useWorkerQuery } from "~src/store/use-worker-query"

import { Button, ErrorNotice, SelectField, Skeleton, TextField } from "~src/ui/base"
import { addDays } from "~src/ui/base/format"
import { coverage } from "~src/ui/strings/book"
import { CoveringList } from "./CoveringList"
import { Plan } from "./Plan"
import { ReturnReport } from "./ReturnReport"
import { useKeptCover } from "./use-kept-cover"

interface Props {
  /** Whose absence is planned at first; empty: the user's. */
  ownerId: string
  owners: { adminId: string; name: string }[]
}

/** Dates in, plan out, kept until the cover is ended; and whom one covers oneself. */
export function Coverage({ ownerId, owners }: Props) {
  const [today] = useState(() => new Date().toLocaleDateString("sv-SE"))
  const [typed, setTyped] = useState<{ from: string; to: string } | null>(null)
  const [who, setWho] = useState(ownerId)
  const [asked, setAsked] = useState<{ from: string; to: string; ownerId?: string } | null>(null)
  const { settings } = useSettings()
  const { customers, history, period, isBack, keep, end } = useKeptCover(who || "mine")
  const dates = typed ?? period ?? { from: addDays(today, 1), to: addDays(today, 7) }
  const isBackwards = dates.to < dates.from
  const isReady = dates.from !== "" && dates.to !== "" && !isBackwards
  // A plan that is kept is shown at once.
  const wanted = asked ?? (period && !isBack ? { ...period, ...(who ? { ownerId: who } : {}) } : null)
  const { data, fault, isFetching, refetch } = useWorkerQuery("coverage.plan", wanted ?? dates, ["book"], {
    enabled: wanted !== null,
  })
  const me = settings?.me?.name ?? ""
  return (
    <>
      <p className="soft no-print">{coverage.about}</p>
      {period && isBack && customers && history ? (
        <ReturnReport data={customers} history={history} period={period} onEnd={() => void end()} />
      ) : null}
      <form
        className="filters no-print"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isReady) return
          setAsked({ from: dates.from, to: dates.to, ...(who ? { ownerId: who } : {}) })
          keep(dates)
        }}
      >
        <TextField
          label={coverage.from}
          type="date"
          required
          value={dates.from}
          onChange={(event) => setTyped({ ...dates, from: event.target.value })}
        />
        <TextField
          label={coverage.to}
          type="date"
          required
          value={dates.to}
          error={isBackwards && dates.to !== "" ? coverage.backwards : undefined}
          onChange={(event) => setTyped({ ...dates, to: event.target.value })}
        />
        <SelectField label={coverage.who} value={who} onChange={(event) => setWho(event.target.value)}>
          <option value="">{coverage.me}</option>
          {owners.map(({ adminId, name }) => (
            <option key={adminId} value={adminId}>
              {name}
            </option>
          ))}
        </SelectField>
        <Button kind="primary" type="submit" busy={isFetching}>
          {coverage.make}
        </Button>
      </form>
      {fault ? <ErrorNotice fault={fault} onRetry={() => void refetch()} /> : null}
      {isFetching && !data ? <Skeleton lines={4} /> : null}
      {wanted && data ? (
        <Plan
          plan={data}
          today={today}
          data={customers}
          me={me}
          people={owners.map(({ name }) => name).filter((name) => name !== me)}
        />
      ) : null}
      <CoveringList today={today} />
    </>
  )
}
