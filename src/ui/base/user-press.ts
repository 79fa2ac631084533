/** A key of ours presses a button by script: that click counts as the user's own where the key was. */

let isPressing = false

/** Runs this while a trusted event is handled; whatever it clicks is then the user's doing. */
export function asUser<T>(event: Event, press: () => T): T {
  isPressing = event.isTrusted
  try {
    return press()
  } finally {
    isPressing = false
  }
}

/** Whether the user did this, by pointer or key; false for what a script made. */
export function isUsers(event: Event): boolean {
  return event.isTrusted || isPressing
}
