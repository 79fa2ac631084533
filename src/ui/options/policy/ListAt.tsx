/** An editable list of the draft: a card an item, removable, and a button that adds one. The focus follows both. */
import { type ReactNode, useRef } from "react"

import { Button, IconButton } from "~src/ui/base/Button"

import { useDraft } from "./draft"
import { getAt } from "./path"

interface ListAtProps<T> {
  /** Place of the list in the policy. */
  path: string
  /** Name of an item's group, for assistive technology. */
  legend: (item: T, index: number) => string
  removeLabel: (item: T, index: number) => string
  addLabel: string
  fresh: (items: readonly T[]) => T
  /** `at`: the item's path. `remove`: its button, null where an administrator has locked the policy. */
  children: (at: string, item: T, remove: ReactNode) => ReactNode
}

export function ListAt<T>({ path, legend, removeLabel, addLabel, fresh, children }: ListAtProps<T>) {
  const { policy, locked, edit } = useDraft()
  const list = useRef<HTMLDivElement>(null)
  const items = (getAt(policy, path) ?? []) as readonly T[]
  const change = (next: readonly T[], focus: string) => {
    edit(path, next)
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(focus)?.focus())
  }
  return (
    <div ref={list} className="stack">
      {items.map((item, index) => (
        // Items have no id of their own, and what names them is being typed. Another length is another list.
        <fieldset key={`${items.length}/${index}`} className="subcard">
          <legend className="sr-only">{legend(item, index)}</legend>
          {children(
            `${path}.${index}`,
            item,
            locked ? null : (
              <IconButton
                icon="close"
                label={removeLabel(item, index)}
                onClick={() =>
                  change(
                    items.filter((_, other) => other !== index),
                    ":scope > .buttons button",
                  )
                }
              />
            ),
          )}
        </fieldset>
      ))}
      {!locked && (
        <div className="buttons">
          <Button
            icon="plus"
            onClick={() =>
              change([...items, fresh(items)], ":scope > fieldset:last-of-type :is(input, select)")
            }
          >
            {addLabel}
          </Button>
        </div>
      )}
    </div>
  )
}
