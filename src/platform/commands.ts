/** Keyboard shortcuts of the manifest. */
export interface Commands {
  /** `tabId` and `windowId` name the tab in front, if there is one. */
  onCommand(listen: (command: string, tabId?: number, windowId?: number) => void): void
}

export function chromeCommands(): Commands {
  return {
    onCommand: (listen) =>
      chrome.commands.onCommand.addListener((command, tab) => listen(command, tab?.id, tab?.windowId)),
  }
}
