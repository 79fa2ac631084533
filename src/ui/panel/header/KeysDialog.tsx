import { useSettings } from "~src/store/use-settings"

import { Dialog } from "../../base"
import { panel } from "../../strings/panel"

const words = panel.keys

/** All keys, and the switch for single-letter ones: off at first, since speech input types letters. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { settings, change } = useSettings()
  const on = settings?.panel.keys ?? false
  return (
    <Dialog title={words.title} onClose={onClose}>
      <KeyList rows={words.rows} />
      <label className="check keys-switch">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => change({ panel: { keys: event.target.checked } })}
        />
        {words.switchOn}
      </label>
      {on ? <KeyList rows={words.letters} /> : <p className="field-hint">{words.off}</p>}
    </Dialog>
  )
}

function KeyList({ rows }: { rows: [string, string][] }) {
  return (
    <dl className="facts keys">
      {rows.map(([key, what]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  )
}
