import { useState } from "react"

import { useWorkerQuery } from "~src/store/use-worker-query"

import { Button, ErrorNotice, SelectField, Skeleton, TextField } from "~src/ui/base"
import { addDays } from "~src/ui/base/format"
import { coverage } from "~src/ui/strings/book"
import { CoveringList } from "./CoveringList"
import { Plan } from "./Plan"

interface Props {
  /** Whose absence is planned at first; empty: the user's. */
  ownerId: string
  owners: { adminId: string; name: string }[]
}

/** Dates in, plan out; and whom one covers oneself. */
export function Coverage({ ownerId, owners }: Props) {
  const [today] = useState(() => new Date().toLocaleDateString("sv-SE"))
  const [dates, setDates] = useState({ from: addDays(today, 1), to: addDays(today, 7) })
  const [who, setWho] = useState(ownerId)
  const [asked, setAsked] = useState<{ from: string; to: string; ownerId?: string } | null>(null)
  const isBackwards = dates.to < dates.from
  const isReady = dates.from !== "" && dates.to !== "" && !isBackwards
  const { data, fault, isFetching, refetch } = useWorkerQuery("coverage.plan", asked ?? dates, ["book"], {
    enabled: asked !== null,
  })
  return (
    <>
      <p className="soft">{coverage.about}</p>
      <form
        className="filters"
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) setAsked({ ...dates, ...(who ? { ownerId: who } : {}) })
        }}
      >
        <TextField
          label={coverage.from}
          type="date"
          required
          value={dates.from}
          onChange={(event) => setDates({ ...dates, from: event.target.value })}
        />
        <TextField
          label={coverage.to}
          type="date"
          required
          value={dates.to}
          error={isBackwards && dates.to !== "" ? coverage.backwards : undefined}
          onChange={(event) => setDates({ ...dates, to: event.target.value })}
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
      {asked && data ? <Plan plan={data} today={today} /> : null}
      <CoveringList today={today} />
    </>
  )
}
