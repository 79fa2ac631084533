/** The whole browser in memory, for tests. */
import { type FakeAction, fakeAction } from "./action.fake"
import { type FakeAlarms, fakeAlarms } from "./alarms.fake"
import { type FakeCommands, fakeCommands } from "./commands.fake"
import { type FakeDisk, fakeDisk } from "./disk.fake"
import { type FakeIdentity, fakeIdentity } from "./identity.fake"
import { fakeLocks } from "./locks.fake"
import { type FakeNotifications, fakeNotifications } from "./notifications.fake"
import { type FakeOnline, fakeOnline } from "./online.fake"
import type { Platform } from "./platform"
import { type FakeRuntime, fakeRuntime } from "./runtime.fake"
import { type FakeSidePanel, fakeSidePanel } from "./side-panel.fake"
import { type FakeSiteAccess, fakeSiteAccess } from "./site-access.fake"
import { type FakeStorageArea, fakeStorageArea } from "./storage-area.fake"
import { type FakeTabs, fakeTabs } from "./tabs.fake"

export interface FakePlatform extends Platform {
  runtime: FakeRuntime
  local: FakeStorageArea
  session: FakeStorageArea
  managed: FakeStorageArea
  tabs: FakeTabs
  alarms: FakeAlarms
  action: FakeAction
  notifications: FakeNotifications
  identity: FakeIdentity
  sidePanel: FakeSidePanel
  online: FakeOnline
  commands: FakeCommands
  disk: FakeDisk
  siteAccess: FakeSiteAccess
}

export function createFakePlatform(): FakePlatform {
  return {
    runtime: fakeRuntime(),
    local: fakeStorageArea(),
    session: fakeStorageArea(),
    managed: fakeStorageArea(),
    tabs: fakeTabs(),
    alarms: fakeAlarms(),
    action: fakeAction(),
    notifications: fakeNotifications(),
    identity: fakeIdentity(),
    sidePanel: fakeSidePanel(),
    locks: fakeLocks(),
    online: fakeOnline(),
    commands: fakeCommands(),
    disk: fakeDisk(),
    siteAccess: fakeSiteAccess(),
  }
}
