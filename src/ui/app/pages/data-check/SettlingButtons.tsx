import type { Candidate } from "~src/domain/candidates/candidate"
import { valueText } from "~src/domain/candidates/say"
import { FACT_LABELS } from "~src/domain/policy/fact-labels"
import type { Policy } from "~src/domain/policy/policy"
import { ask } from "~src/messaging/client"
import type { DataCheckRow } from "~src/messaging/views/data-check"
import { useToasts } from "~src/store/toasts"
import { useQueuedWrite, useWrite } from "~src/store/use-write"
import { Button } from "~src/ui/base"
import { dataCheck as words } from "~src/ui/strings/data-check"

import { withOfficial } from "./with-official"

const tellMs = 8000
const systems = { vitally: "Vitally", salesforce: "Salesforce" } as const

/** What settles a finding: choose the value, set the trait, or open the place where it is mended. */
export function SettlingButtons({ row, today }: { row: DataCheckRow; today: string }) {
  const { mutate: openPage } = useWrite("open.page")
  const queue = useQueuedWrite()
  const { settling, accountId, name } = row
  if (settling.how === "choose") return <Choices row={row} options={settling.options} today={today} />
  if (settling.how === "set") {
    const { trait, value, label } = settling
    const set = () => void queue("trait.set", { accountId, trait, value }, words.of(label, name))
    return (
      <Button onClick={set} aria-label={words.of(label, name)}>
        {label}
      </Button>
    )
  }
  const label = words.open[settling.where]
  return (
    <Button
      onClick={() => openPage({ page: settling.where, accountId })}
      aria-label={words.of(label, `${name}, ${row.key}`)}
    >
      {label}
    </Button>
  )
}

function Choices({ row, options, today }: { row: DataCheckRow; options: Candidate[]; today: string }) {
  const { mutate: choose } = useWrite("facts.choose")
  const { mutate: setPolicy } = useWrite("policy.set")
  const add = useToasts(({ add }) => add)
  const { accountId, name, settling } = row
  if (settling.how !== "choose") return null
  const { fact } = settling
  const label = FACT_LABELS[fact]
  const tell = (text: string, undo: () => void) =>
    // eslint-disable-next-line react-hooks/purity -- Only called by a click.
    add({ id: `choice ${accountId} ${fact}`, text, tone: "plain", until: Date.now() + tellMs, undo })
  const pick = ({ system, object, field, record }: Candidate) => {
    choose({ accountId, fact, pick: { system, object, field, ...(record !== undefined && { record }) } })
    tell(words.chosen(label), () => choose({ accountId, fact, pick: null }))
  }
  const always = async (system: "vitally" | "salesforce") => {
    const policy = (await ask("policy.get", {})).policy as Policy
    setPolicy({ policy: withOfficial(policy, fact, system) })
    tell(words.alwaysDone(label, systems[system]), () => setPolicy({ policy }))
  }
  const facts = {
    id: accountId,
    name,
    traits: {},
    ...(row.currency !== undefined && { currency: row.currency }),
    ...(row.arr !== undefined && { arr: { value: row.arr, source: options[0]?.system ?? "vitally" } }),
  }
  const several = new Set(options.map(({ system }) => system)).size > 1
  return (
    <>
      {options.map((option) => {
        const text = words.use(valueText(fact, option, facts, today))
        return (
          <Button
            key={`${option.system} ${option.object} ${option.field} ${option.record ?? ""}`}
            onClick={() => pick(option)}
            aria-label={words.of(text, name)}
          >
            {text}
          </Button>
        )
      })}
      {several
        ? (["vitally", "salesforce"] as const).map((system) => (
            <Button
              key={system}
              onClick={() => void always(system)}
              aria-label={words.of(words.always(systems[system]), label)}
            >
              {words.always(systems[system])}
            </Button>
          ))
        : null}
    </>
  )
}
