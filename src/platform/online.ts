/** Whether the browser believes it has a network. */
export interface Online {
  now(): boolean
  onChange(listen: (online: boolean) => void): void
}

export function browserOnline(): Online {
  return {
    now: () => navigator.onLine,
    onChange(listen) {
      addEventListener("online", () => listen(true))
      addEventListener("offline", () => listen(false))
    },
  }
}
