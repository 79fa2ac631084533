/** Desktop notifications. */
export interface Notice {
  title: string
  message: string
  /** At most two. */
  buttons?: string[]
}

export interface Notifications {
  /** Replaces a notice of the same id. */
  show(id: string, notice: Notice): Promise<void>
  clear(id: string): Promise<void>
  /** `button` is null where the body was clicked. */
  onClicked(listen: (id: string, button: number | null) => void): void
}

export function chromeNotifications(iconUrl: string): Notifications {
  // A getter: the permission may be optional, and then the namespace is missing until it is granted.
  const api = () => chrome.notifications as typeof chrome.notifications | undefined
  return {
    async show(id, { title, message, buttons }) {
      await api()?.create(id, {
        type: "basic",
        iconUrl,
        title,
        message,
        ...(buttons && { buttons: buttons.map((text) => ({ title: text })) }),
      })
    },
    async clear(id) {
      await api()?.clear(id)
    },
    onClicked(listen) {
      api()?.onClicked.addListener((id) => listen(id, null))
      api()?.onButtonClicked.addListener((id, button) => listen(id, button))
    },
  }
}
