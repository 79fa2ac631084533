import { elapsed, plural } from "../words"

/** "Globex wrote 31 hours ago and waits for an answer.", with the promise once it is broken. */
export function waitingText(name: string, hours: number, promiseHours: number): string {
  const text = `${name} wrote ${elapsed(hours)} ago and waits for an answer.`
  return hours > promiseHours ? `${text} The promise is ${plural(promiseHours, "hour")}.` : text
}
