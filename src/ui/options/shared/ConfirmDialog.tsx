/** A question that must be answered before something is deleted. Escape and Cancel change nothing. */
import type { ReactNode } from "react"

import { Button } from "~src/ui/base/Button"
import { Dialog } from "~src/ui/base/Dialog"
import { base } from "~src/ui/strings/base"

interface ConfirmDialogProps {
  title: string
  children: ReactNode
  choices: { label: string; danger?: boolean; onChoose: () => void }[]
  onCancel: () => void
}

export function ConfirmDialog({ title, children, choices, onCancel }: ConfirmDialogProps) {
  return (
    <Dialog
      title={title}
      onClose={onCancel}
      actions={
        <>
          <Button kind="quiet" onClick={onCancel}>
            {base.cancel}
          </Button>
          {choices.map((choice) => (
            <Button
              key={choice.label}
              kind={choice.danger ? "danger" : "secondary"}
              onClick={choice.onChoose}
            >
              {choice.label}
            </Button>
          ))}
        </>
      }
    >
      {children}
    </Dialog>
  )
}
