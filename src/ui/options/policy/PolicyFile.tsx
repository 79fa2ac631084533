/** Presets, import, export. A refused import changes nothing and leaves its text where it is, with the reasons. */
import { useRef, useState } from "react"

import type { PolicyOutcome } from "~src/messaging/views/options"
import { Button } from "~src/ui/base/Button"
import { Disclosure } from "~src/ui/base/Disclosure"
import { Notice } from "~src/ui/base/ErrorNotice"
import { optionsText } from "~src/ui/strings/options"

import { ConfirmDialog } from "../shared/ConfirmDialog"
import { FaultAlert } from "../shared/FaultAlert"
import { Field, SelectField } from "../shared/Fields"
import { saveFile } from "../../base/save-file"
import { useAct } from "../shared/use-act"
import { useDraft } from "./draft"
import { RefusalList } from "./RefusalList"
import { useSavedToast } from "./use-saved-toast"

const text = optionsText.policy

export function PolicyFile() {
  const { locked } = useDraft()
  const exported = useAct("policy.export")
  return (
    <>
      {!locked && <PresetChoice />}
      <div className="buttons">
        <Button
          icon="down"
          busy={exported.isPending}
          onClick={() => exported.mutate({}, { onSuccess: (file) => saveFile(file.name, file.text) })}
        >
          {text.export}
        </Button>
      </div>
      <FaultAlert fault={exported.fault} />
      {!locked && <ImportText />}
    </>
  )
}

function PresetChoice() {
  const { view, discard } = useDraft()
  const [preset, setPreset] = useState(view.preset)
  const [asking, setAsking] = useState(false)
  const reset = useAct("policy.reset")
  const sayTaken = useSavedToast()
  const chosen = view.presets.find(({ id }) => id === preset)
  const start = () => {
    setAsking(false)
    reset.mutate(
      { preset },
      {
        onSuccess({ saved }) {
          if (!saved) return
          discard()
          sayTaken(view.policy)
        },
      },
    )
  }
  return (
    <>
      <div className="pair">
        <SelectField
          label={text.preset}
          hint={chosen?.about}
          value={preset}
          options={view.presets.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setPreset}
        />
      </div>
      <div className="buttons">
        <Button busy={reset.isPending} onClick={() => (view.diff.length > 0 ? setAsking(true) : start())}>
          {preset === view.preset ? text.reset : text.use}
        </Button>
      </div>
      <FaultAlert fault={reset.fault} />
      <Outcome outcome={reset.data} />
      {asking && (
        <ConfirmDialog
          title={text.resetTitle}
          choices={[{ label: text.resetYes, danger: true, onChoose: start }]}
          onCancel={() => setAsking(false)}
        >
          <p>{text.resetBody(view.diff.length)}</p>
        </ConfirmDialog>
      )}
    </>
  )
}

function ImportText() {
  const { view, discard } = useDraft()
  const sayTaken = useSavedToast()
  const [body, setBody] = useState("")
  const file = useRef<HTMLInputElement>(null)
  const imported = useAct("policy.import")
  const run = () =>
    imported.mutate(
      { text: body },
      {
        onSuccess({ saved }) {
          if (!saved) return
          setBody("")
          discard()
          sayTaken(view.policy)
        },
      },
    )
  return (
    <Disclosure summary={text.importTitle}>
      <div className="stack">
        <div className="buttons">
          <Button onClick={() => file.current?.click()}>{text.chooseFile}</Button>
          <input
            ref={file}
            type="file"
            accept="application/json,.json"
            className="sr-only"
            tabIndex={-1}
            aria-label={text.file}
            onChange={(event) => {
              const [chosen] = event.target.files ?? []
              if (chosen) void chosen.text().then(setBody)
              // The same file can be chosen again after it was mended.
              event.target.value = ""
            }}
          />
        </div>
        <Field label={text.importText}>
          {(aria) => (
            <textarea
              {...aria}
              className="input mono"
              rows={8}
              spellCheck={false}
              value={body}
              onChange={(event) => setBody(event.target.value)}
            />
          )}
        </Field>
        <Outcome outcome={imported.data} />
        {imported.data?.saved && <UnusedKeys keys={imported.data.unused ?? []} />}
        <FaultAlert fault={imported.fault} />
        <div className="buttons">
          <Button busy={imported.isPending} disabled={body.trim() === ""} onClick={run}>
            {text.import}
          </Button>
        </div>
      </div>
    </Disclosure>
  )
}

function Outcome({ outcome }: { outcome: PolicyOutcome | undefined }) {
  return outcome?.saved === false ? <RefusalList title={text.kept} faults={outcome.faults} /> : null
}

/** What the file says in vain. */
function UnusedKeys({ keys }: { keys: string[] }) {
  if (keys.length === 0) return null
  return (
    <Notice tone="concerning" live>
      {text.unused(keys)}
    </Notice>
  )
}
