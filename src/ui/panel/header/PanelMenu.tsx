import { useWrite } from "~src/store/use-write"

import { Menu, type MenuItem } from "../../base"
import { panel } from "../../strings/panel"
import { useAccount } from "../shared/panel-context"
import { useOpenBeside } from "../shared/use-open-beside"

const words = panel.menu

interface Props {
  onArrange: () => void
  onKeys: () => void
  openSidePanel?: (() => Promise<boolean>) | undefined
}

/** Where the panel stands, what it shows, and the options. */
export function PanelMenu({ onArrange, onKeys, openSidePanel }: Props) {
  const { account, where, settings, room } = useAccount()
  const { mutate: command } = useWrite("gate.command")
  const { mutate: openPage } = useWrite("open.page")
  const beside = useOpenBeside(openSidePanel, account.id)
  const framed: MenuItem[] = [
    {
      key: "room",
      icon: "collapse",
      label: room === false ? words.makeRoom : words.lieOver,
      run: () => command({ command: "room", room: room === false }),
    },
    {
      key: "left",
      icon: "collapse",
      label: words.moveLeft,
      run: () => command({ command: "side", side: "left" }),
    },
    {
      key: "right",
      icon: "collapse",
      label: words.moveRight,
      run: () => command({ command: "side", side: "right" }),
    },
  ]
  const items: MenuItem[] = [
    { key: "arrange", icon: "eye", label: words.arrange, run: onArrange },
    ...(where === "frame" ? framed : []),
    ...(where === "frame" && openSidePanel
      ? [{ key: "side", icon: "open" as const, label: words.sidePanel, run: beside }]
      : []),
    // The pages of this window show theirs again once this one is closed.
    ...(where === "sidepanel" && settings?.panel.mode === "page"
      ? [{ key: "back", icon: "collapse" as const, label: words.backToPage, run: () => window.close() }]
      : []),
    ...(where === "page"
      ? []
      : [
          {
            key: "tab",
            icon: "open" as const,
            label: words.popOut,
            run: () => openPage({ page: "account", accountId: account.id }),
          },
        ]),
    { key: "keys", icon: "keyboard", label: words.keys, run: onKeys },
    { key: "options", icon: "gear", label: words.options, run: () => openPage({ page: "options" }) },
  ]
  return <Menu label={panel.header.more} icon="more" items={items} />
}
