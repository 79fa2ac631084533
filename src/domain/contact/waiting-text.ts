import { elapsed, plural } from "../words"

/** "Globex wrote 31 hours ago and waits for an answer." */
export function wroteText(name: string, hours: number): string {
  return `${name} wrote ${elapsed(hours)} ago and waits for an answer.`
}

/** The same, with the promise once it is broken. */
export function waitingText(name: string, hours: number, promiseHours: number): string {
  const text = wroteText(name, hours)
  return hours > promiseHours ? `${text} The promise is ${plural(promiseHours, "hour")}.` : text
}
