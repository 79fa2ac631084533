import { keyWords as words } from "../strings/keys"
import { Dialog } from "./Dialog"

/** Every shortcut, and the switch for single letters: speech input types letters, too. */
export function ShortcutsDialog({
  on,
  onSwitch,
  onClose,
  more = [],
}: {
  on: boolean
  onSwitch: (on: boolean) => void
  onClose: () => void
  /** A page's own keys, after those that are the same everywhere. */
  more?: readonly (readonly [key: string, what: string])[]
}) {
  return (
    <Dialog title={words.title} onClose={onClose}>
      <label className="check">
        <input type="checkbox" checked={on} onChange={(event) => onSwitch(event.target.checked)} />
        {words.switchOn}
      </label>
      {on ? (
        <dl className="shortcuts">
          {[...words.rows, ...more].map(([key, what]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="field-hint">{words.off}</p>
      )}
    </Dialog>
  )
}
