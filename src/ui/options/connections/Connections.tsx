/** The services. */
import type { Status } from "~src/messaging/contract"
import type { Settings } from "~src/messaging/views/settings"

import { MissingNotice } from "~src/ui/base/MissingNotice"

import { ConnectionDoctor } from "./ConnectionDoctor"
import { GatewayGroup } from "./GatewayGroup"
import { LookerGroup } from "./LookerGroup"
import { SalesforceGroup } from "./SalesforceGroup"
import { VitallyGroup } from "./VitallyGroup"

export function Connections({ settings, status }: { settings: Settings; status: Status | undefined }) {
  return (
    <>
      <MissingNotice status={status} />
      <VitallyGroup settings={settings} status={status} />
      <GatewayGroup settings={settings} />
      <SalesforceGroup settings={settings} status={status} />
      <LookerGroup settings={settings} />
      <ConnectionDoctor settings={settings} />
    </>
  )
}
