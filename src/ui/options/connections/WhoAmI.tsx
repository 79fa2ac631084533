/** Whose book it is: the person, and the role that makes an account theirs. */
import { useEffect, useRef } from "react"

import type { Settings } from "~src/messaging/views/settings"
import { useWorkerQuery } from "~src/store/use-worker-query"
import { optionsText } from "~src/ui/strings/options"

import { FaultAlert } from "../shared/FaultAlert"
import { SelectField } from "../shared/Fields"
import { useAct } from "../shared/use-act"

const text = optionsText.me

export function WhoAmI({ settings }: { settings: Settings }) {
  const people = useWorkerQuery("vitally.admins", {}, ["settings"])
  const save = useAct("me.set")
  const me = settings.me
  const isAsking = people.data !== undefined && me === null
  const field = useRef<HTMLSelectElement>(null)
  // The form that had the focus went with its last click: this is the next question.
  useEffect(() => {
    if (isAsking && document.activeElement === document.body) field.current?.focus()
  }, [isAsking])
  if (people.isPending) return <p role="status">{text.loading}</p>
  if (!people.data) return <FaultAlert fault={people.fault} />

  const admins = people.data.admins.filter((admin) => admin.active || admin.id === me?.adminId)
  const shown = save.isPending ? save.variables : { adminId: me?.adminId ?? "", role: me?.role ?? "" }
  const names = admins.map((admin) => admin.name)
  return (
    <>
      <SelectField
        ref={field}
        label={text.label}
        hint={admins.length === 0 ? text.none : text.hint}
        value={shown.adminId}
        options={[
          { value: "", label: text.choose },
          ...[...admins]
            .sort((a, b) => a.name.localeCompare(b.name))
            .map((admin) => ({
              value: admin.id,
              // Only namesakes need more than their name.
              label:
                admin.email && names.filter((name) => name === admin.name).length > 1
                  ? `${admin.name} (${admin.email})`
                  : admin.name,
            })),
        ]}
        onChange={(adminId) => {
          if (adminId) save.mutate({ adminId, role: me?.role ?? "" })
        }}
      />
      {me && (
        <SelectField
          label={text.role}
          value={shown.role ?? ""}
          options={[
            { value: "", label: text.csm },
            ...people.data.roles.map((role) => ({ value: role, label: text.keyRole(role) })),
          ]}
          onChange={(role) => save.mutate({ adminId: me.adminId, role })}
        />
      )}
      <FaultAlert fault={save.fault} />
    </>
  )
}
