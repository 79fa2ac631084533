/** Alarms wake a sleeping worker; Chrome's floor is 30 s. */
export interface AlarmTime {
  /** Epoch milliseconds of the first ring. */
  at: number
  /** Minutes between rings, at least 0.5; absent: rings once. */
  everyMinutes?: number
}

export interface Alarms {
  /** Replaces an alarm of the same name. */
  arm(name: string, time: AlarmTime): Promise<void>
  disarm(name: string): Promise<void>
  /** When it rings next, epoch milliseconds; null where it is not armed. */
  next(name: string): Promise<number | null>
  onAlarm(listen: (name: string) => void): void
}

export function chromeAlarms(): Alarms {
  const { alarms } = chrome
  return {
    arm: (name, { at, everyMinutes }) =>
      alarms.create(name, {
        when: at,
        ...(everyMinutes !== undefined && { periodInMinutes: everyMinutes }),
      }),
    async disarm(name) {
      await alarms.clear(name)
    },
    async next(name) {
      const alarm = await alarms.get(name)
      return alarm?.scheduledTime ?? null
    },
    onAlarm: (listen) => alarms.onAlarm.addListener(({ name }) => listen(name)),
  }
}
