import { createContext, type ReactNode, useContext, useId, useRef } from "react"

import { classNames } from "./class-names"
import { Icon, type IconName } from "./Icon"
import { announceLayer } from "./own-layer"
import { placeBeside } from "./place-beside"

const Close = createContext<() => void>(() => undefined)

/** For what is inside a popover: closes it and gives the focus back to its button. */
export function usePopoverClose(): () => void {
  return useContext(Close)
}

interface Props {
  /** Its accessible name. */
  label: string
  /** What the button shows; only an icon where absent. */
  text?: ReactNode
  icon?: IconName | undefined
  kind?: "quiet" | "secondary" | "primary"
  className?: string
  /** The key of `useRowKeys` that presses the button. */
  dataKey?: string
  children: ReactNode
}

/**
 * A button with a popover under it, drawn in the top layer. The browser closes it on Escape and on a click
 * outside, and gives the focus back.
 */
export function Popover({ label, text, icon, kind = "quiet", className, dataKey, children }: Props) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const close = () => {
    box.current?.hidePopover()
    button.current?.focus()
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className={classNames(text ? `button button-${kind}` : "icon-button", className)}
        popoverTarget={id}
        data-key={dataKey}
        aria-label={text === label ? undefined : label}
        title={label}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" || !box.current) return
          event.preventDefault()
          box.current.showPopover()
          box.current.querySelector<HTMLElement>("button")?.focus()
        }}
      >
        {icon ? <Icon name={icon} /> : null}
        {text}
      </button>
      <div
        ref={box}
        id={id}
        popover="auto"
        className="popover"
        role="group"
        aria-label={label}
        onBeforeToggle={(event) => {
          const open = event.newState === "open"
          announceLayer(event.currentTarget, open)
          if (open && button.current) placeBeside(button.current, event.currentTarget)
        }}
        onToggle={(event) => {
          // Opened by a letter, the menu would otherwise leave the focus behind it.
          if (event.newState === "open" && dataKey)
            event.currentTarget.querySelector<HTMLElement>("button")?.focus()
        }}
      >
        <Close value={close}>{children}</Close>
      </div>
    </>
  )
}

export interface MenuItem {
  key: string
  label: ReactNode
  icon?: IconName
  /** A note under the label. */
  hint?: string
  disabled?: boolean
  danger?: boolean
  run: (event: React.MouseEvent) => void
}

/** A popover that lists commands; each is a plain button, reached by Tab or the arrow keys. */
export function Menu({ items, ...rest }: Omit<Props, "children"> & { items: MenuItem[] }) {
  return (
    <Popover {...rest}>
      <ul className="menu">
        {items.map((item) => (
          <Item key={item.key} item={item} />
        ))}
      </ul>
    </Popover>
  )
}

function moveByArrows(event: React.KeyboardEvent<HTMLElement>) {
  const items = [
    ...(event.currentTarget.closest("ul")?.querySelectorAll<HTMLElement>("button:enabled") ?? []),
  ]
  const at = items.indexOf(event.currentTarget)
  const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }
  const to = steps[event.key]
  if (to === undefined) return
  event.preventDefault()
  items.at(to % items.length)?.focus()
}

function Item({ item }: { item: MenuItem }) {
  const close = usePopoverClose()
  return (
    <li>
      <button
        type="button"
        className={classNames("menu-item", item.danger && "menu-danger")}
        disabled={item.disabled}
        onKeyDown={moveByArrows}
        onClick={(event) => {
          // First the command: whether it may write is judged by what is on screen at the click.
          item.run(event)
          close()
        }}
      >
        {item.icon ? <Icon name={item.icon} /> : null}
        <span>
          {item.label}
          {item.hint ? <span className="row-meta">{item.hint}</span> : null}
        </span>
      </button>
    </li>
  )
}
