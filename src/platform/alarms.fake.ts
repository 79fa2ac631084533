import type { Alarms, AlarmTime } from "./alarms"

export interface FakeAlarms extends Alarms {
  armed: Map<string, AlarmTime>
  /** Rings one alarm as Chrome does: a single one is gone afterwards. */
  ring(name: string): void
}

export function fakeAlarms(): FakeAlarms {
  const listeners: ((name: string) => void)[] = []
  const armed = new Map<string, AlarmTime>()
  return {
    armed,
    arm(name, time) {
      armed.set(name, time)
      return Promise.resolve()
    },
    disarm(name) {
      armed.delete(name)
      return Promise.resolve()
    },
    next: (name) => Promise.resolve(armed.get(name)?.at ?? null),
    onAlarm: (listen) => void listeners.push(listen),
    ring(name) {
      if (armed.get(name)?.everyMinutes === undefined) armed.delete(name)
      listeners.forEach((listen) => listen(name))
    },
  }
}
