/** The toolbar button. */
export interface ActionButton {
  badgeText(): Promise<string>
  setBadge(text: string, color: string): Promise<void>
  setTitle(title: string): Promise<void>
}

export function chromeAction(): ActionButton {
  const { action } = chrome
  return {
    badgeText: () => action.getBadgeText({}),
    async setBadge(text, color) {
      await action.setBadgeText({ text })
      await action.setBadgeBackgroundColor({ color })
    },
    setTitle: (title) => action.setTitle({ title }),
  }
}
