import { useSettings } from "~src/store/use-settings"
import { useOpen } from "~src/store/view-memory"

import { Button } from "../../base"
import { panel } from "../../strings/panel"
import { OutboxLine } from "../shared/OutboxLine"
import { useAccount } from "../shared/panel-context"
import { Section } from "../shared/Section"
import { ShowMore } from "../shared/ShowMore"
import { AddTask } from "./AddTask"
import { isListed, sortTasks } from "./sort-tasks"
import { TaskRow } from "./TaskRow"

const words = panel.tasks
const shownAtFirst = 8

export function TasksSection() {
  const { account, settings } = useAccount()
  const { change } = useSettings()
  const [open, setOpen] = useOpen(account.id, "tasks")
  const listed = sortTasks(account.tasks.filter(isListed))
  const mine = listed.filter(({ mine }) => mine)
  const all = settings?.panel.allTasks ?? false
  const wanted = all ? listed : mine
  const shown = open ? wanted : wanted.slice(0, shownAtFirst)
  const known = new Set(account.tasks.map(({ id }) => id))
  const loose = account.outbox.filter(
    ({ kind, about }) => kind.startsWith("task.") && !about?.actionId && !known.has(about?.taskId ?? ""),
  )
  return (
    <Section
      section="tasks"
      aside={
        listed.length > mine.length ? (
          <div className="switch" role="group" aria-label={words.shown}>
            <Button kind="quiet" aria-pressed={!all} onClick={() => change({ panel: { allTasks: false } })}>
              {words.mine}
            </Button>
            <Button kind="quiet" aria-pressed={all} onClick={() => change({ panel: { allTasks: true } })}>
              {words.all(listed.length)}
            </Button>
          </div>
        ) : null
      }
    >
      {wanted.length === 0 ? (
        <p className="faint">{listed.length === 0 ? words.none : words.noneMine}</p>
      ) : null}
      <ul className="rows">
        {shown.map((task) => (
          <TaskRow key={task.id} task={task} />
        ))}
      </ul>
      {wanted.length > shownAtFirst ? (
        <ShowMore
          open={open}
          more={words.more(wanted.length - shownAtFirst)}
          fewer={words.fewer}
          onToggle={setOpen}
        />
      ) : null}
      {loose.map((item) => (
        <OutboxLine key={item.id} item={item} withText />
      ))}
      <AddTask />
    </Section>
  )
}
