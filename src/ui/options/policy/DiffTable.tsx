/** Where the stored policy differs from the preset it started from. */
import type { PolicyView } from "~src/messaging/views/options"
import { optionsText } from "~src/ui/strings/options"

const text = optionsText.policy.diff

export function DiffTable({ view }: { view: PolicyView }) {
  const preset = view.presets.find(({ id }) => id === view.preset)?.name ?? view.preset
  if (view.diff.length === 0) return <p className="soft">{text.none(preset)}</p>
  return (
    <div className="scroll">
      <table className="plain">
        <caption>{text.caption(view.diff.length, preset)}</caption>
        <thead>
          <tr>
            <th scope="col">{text.place}</th>
            <th scope="col">{text.from}</th>
            <th scope="col">{text.to}</th>
          </tr>
        </thead>
        <tbody>
          {view.diff.map(({ path, from, to }) => (
            <tr key={path}>
              <th scope="row">
                <code>{path}</code>
              </th>
              <td>{valueText(from)}</td>
              <td>{valueText(to)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function valueText(value: unknown): string {
  if (value === undefined || value === null) return text.nothing
  if (typeof value === "boolean") return value ? text.yes : text.no
  return typeof value === "string" || typeof value === "number" ? String(value) : JSON.stringify(value)
}
