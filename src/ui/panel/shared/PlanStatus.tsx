import { type NotedPlan, planPurposes } from "~src/domain/lifecycle/plan-notes"
import { useKeptForm } from "~src/store/use-form"
import { useQueuedWrite } from "~src/store/use-write"

import { Button, Disclosure, TextField } from "../../base"
import { panel } from "../../strings/panel"
import { useAccount } from "./panel-context"
import { DiscardTyped } from "./TypedLine"
import { useGuarded } from "./VisibilityGuard"

const words = panel.plan

/** Writes a plan's status in place: a note of that plan, from which its age is told. `name`: as the team calls the plan. */
export function PlanStatus({ plan, name }: { plan: NotedPlan; name: string }) {
  const { account } = useAccount()
  const guarded = useGuarded()
  const write = useQueuedWrite()
  const form = useKeptForm(account.id, `status:${plan}`, { text: "" })
  const text = form.fields.text.trim()
  return (
    <Disclosure className="foot" open={form.typed} summary={<span>{words.status(name)}</span>}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (text === "") return
          guarded(event, () => {
            const restore = form.clear()
            void write(
              "note.add",
              { accountId: account.id, subject: words.statusSubject(name), text, about: planPurposes[plan] },
              words.statusDone(name),
            ).then((stored) => {
              if (!stored) restore()
            })
          })
        }}
      >
        <TextField
          label={words.statusText}
          required
          maxLength={2_000}
          value={form.fields.text}
          onChange={(event) => form.set({ text: event.target.value })}
        />
        <p className="field-hint">{words.statusNote}</p>
        <div className="form-save">
          <Button kind="primary" type="submit">
            {words.statusSave}
          </Button>
          <DiscardTyped form={form} />
        </div>
      </form>
    </Disclosure>
  )
}
