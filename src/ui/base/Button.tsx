import type { ButtonHTMLAttributes, Ref } from "react"

import { classNames } from "./class-names"
import { Icon, type IconName } from "./Icon"

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary`: the one thing to do here; `secondary`: the rest; `quiet`: without a border until pointed at. */
  kind?: "primary" | "secondary" | "quiet" | "danger"
  icon?: IconName
  /** Working: stays focusable, ignores clicks and says so. */
  busy?: boolean
  ref?: Ref<HTMLButtonElement>
}

export function Button({ kind = "secondary", icon, busy, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classNames("button", `button-${kind}`, className)}
      aria-disabled={busy ? true : rest["aria-disabled"]}
      aria-busy={busy ? true : undefined}
      onClick={busy ? undefined : rest.onClick}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  )
}

export interface IconButtonProps extends Omit<ButtonProps, "children" | "kind"> {
  icon: IconName
  /** Its accessible name, and its tooltip. */
  label: string
  /** Shown after a moment of pointing; the label where absent. */
  hint?: string
}

/** A square button with only a drawing on it. */
export function IconButton({ icon, label, hint, busy, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classNames("icon-button", busy && "is-busy", className)}
      aria-label={label}
      title={hint ?? label}
      aria-busy={busy ? true : undefined}
    >
      <Icon name={icon} />
    </button>
  )
}
