/** Everything the worker uses of the browser, in one bundle that tests replace whole. */
import { type ActionButton, chromeAction } from "./action"
import { type Alarms, chromeAlarms } from "./alarms"
import { chromeCommands, type Commands } from "./commands"
import { browserDisk, type Disk } from "./disk"
import { chromeIdentity, type Identity } from "./identity"
import { browserLocks, type Locks } from "./locks"
import { chromeNotifications, type Notifications } from "./notifications"
import { browserOnline, type Online } from "./online"
import { chromeRuntime, type Runtime } from "./runtime"
import { chromeSidePanel, type SidePanel } from "./side-panel"
import { chromeSiteAccess, type SiteAccess } from "./site-access"
import { chromeStorageArea, type StorageArea } from "./storage-area"
import { chromeTabs, type Tabs } from "./tabs"

export interface Platform {
  runtime: Runtime
  /** API key, refresh token, settings. */
  local: StorageArea
  /** Access tokens, what tabs show: gone with the browser. */
  session: StorageArea
  /** What an administrator set; read-only. */
  managed: StorageArea
  tabs: Tabs
  alarms: Alarms
  action: ActionButton
  notifications: Notifications
  identity: Identity
  sidePanel: SidePanel
  locks: Locks
  online: Online
  commands: Commands
  disk: Disk
  siteAccess: SiteAccess
}

/** The real browser. Touches no listener: registering them is the worker's first act. */
export function createChromePlatform(): Platform {
  const runtime = chromeRuntime()
  return {
    runtime,
    local: chromeStorageArea(chrome.storage.local),
    session: chromeStorageArea(chrome.storage.session),
    managed: chromeStorageArea(chrome.storage.managed),
    tabs: chromeTabs(),
    alarms: chromeAlarms(),
    action: chromeAction(),
    notifications: chromeNotifications(runtime.url(chrome.runtime.getManifest().icons?.["128"] ?? "")),
    identity: chromeIdentity(),
    sidePanel: chromeSidePanel(),
    locks: browserLocks(navigator.locks),
    online: browserOnline(),
    commands: chromeCommands(),
    disk: browserDisk(navigator.storage),
    siteAccess: chromeSiteAccess(),
  }
}
