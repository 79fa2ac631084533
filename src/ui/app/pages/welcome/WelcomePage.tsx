/** The first run: four short steps, each of which can wait. */
import type { ReactNode } from "react"

import { hasConsent } from "~src/messaging/consent"
import type { Status } from "~src/messaging/contract"
import type { Settings } from "~src/messaging/views/settings"
import { useWorkerQuery } from "~src/store/use-worker-query"
import { Icon } from "~src/ui/base/Icon"
import { Skeleton } from "~src/ui/base/Skeleton"
import { ConnectForm } from "~src/ui/options/connections/ConnectForm"
import { ServiceTrouble } from "~src/ui/options/connections/ServiceLine"
import { SyncProgress } from "~src/ui/options/connections/SyncProgress"
import { WhoAmI } from "~src/ui/options/connections/WhoAmI"
import { ConsentCard } from "~src/ui/options/consent/ConsentCard"
import { FaultAlert } from "../../../options/shared/FaultAlert"
import { welcomeText } from "~src/ui/strings/welcome"

import { ChooseTiers } from "./ChooseTiers"
import { WhatNext } from "./WhatNext"

export function WelcomePage() {
  const settings = useWorkerQuery("settings.get", {}, ["settings"])
  const status = useWorkerQuery("status.get", {}, ["status", "settings"])
  return (
    <div className="narrow-page welcome">
      <h1>{welcomeText.title}</h1>
      <p className="section-about">{welcomeText.about}</p>
      <FaultAlert fault={settings.fault} onRetry={settings.refetch} />
      {settings.isPending && <Skeleton lines={6} />}
      {settings.data && !hasConsent(settings.data) && <ConsentCard settings={settings.data} />}
      {settings.data && hasConsent(settings.data) && <Steps settings={settings.data} status={status.data} />}
    </div>
  )
}

function Steps({ settings, status }: { settings: Settings; status: Status | undefined }) {
  const { connected, subdomain } = settings.vitally
  const { connect, me, sync, tiers } = welcomeText
  const accounts = status?.sync.accounts ?? 0
  const isSynced = status?.sync.lastOkAt !== undefined
  return (
    <>
      <ol className="steps">
        <Step number={1} title={connect.title} done={connected ? connect.done(subdomain) : null}>
          {!connected && <ConnectForm settings={settings} />}
        </Step>
        <Step number={2} title={me.title} done={settings.me ? me.done(settings.me.name) : null}>
          {connected ? <WhoAmI settings={settings} /> : <p className="soft">{me.first}</p>}
        </Step>
        <Step number={3} title={sync.title} done={isSynced && accounts > 0 ? sync.done(accounts) : null}>
          {connected && !isSynced && (
            <>
              <SyncProgress sync={status?.sync} />
              <ServiceTrouble service={status?.vitally} />
              <p className="soft">{sync.about}</p>
            </>
          )}
          {!connected && <p className="soft">{sync.first}</p>}
        </Step>
        <Step number={4} title={tiers.title} done={null}>
          {accounts > 0 ? <ChooseTiers isSynced={isSynced} /> : <p className="soft">{tiers.first}</p>}
        </Step>
      </ol>
      <WhatNext firstRunDone={settings.firstRunDone} ready={connected && settings.me !== null} />
    </>
  )
}

interface StepProps {
  number: number
  title: string
  /** What came of it; null: not done yet. */
  done: string | null
  children: ReactNode
}

function Step({ number, title, done, children }: StepProps) {
  return (
    <li className="card" data-done={done !== null || undefined}>
      <h2>
        {welcomeText.step(number, title)}
        {done !== null && (
          <span className="step-done">
            <Icon name="check" /> {welcomeText.done}
          </span>
        )}
      </h2>
      {done !== null && <p role="status">{done}</p>}
      {children}
    </li>
  )
}
