import type { Commands } from "./commands"

export interface FakeCommands extends Commands {
  press(command: string, tabId?: number, windowId?: number): void
}

export function fakeCommands(): FakeCommands {
  const listeners: ((command: string, tabId?: number, windowId?: number) => void)[] = []
  return {
    onCommand: (listen) => void listeners.push(listen),
    press: (command, tabId, windowId) => listeners.forEach((listen) => listen(command, tabId, windowId)),
  }
}
