/** Tier schemes with their counts over the book; the one that speaks the CRM's language is chosen beforehand. */
import { useEffect, useState } from "react"

import { useWorkerQuery } from "~src/store/use-worker-query"
import { Button } from "~src/ui/base/Button"
import { Icon } from "~src/ui/base/Icon"
import { Skeleton } from "~src/ui/base/Skeleton"
import { FaultAlert } from "../../../options/shared/FaultAlert"
import { countsText } from "~src/ui/options/policy/counts-text"
import { RefusalList } from "~src/ui/options/policy/RefusalList"
import { useAct } from "../../../options/shared/use-act"
import { welcomeText } from "~src/ui/strings/welcome"

const text = welcomeText.tiers

/** @param isSynced the whole book was read: what was counted before held for a part of it */
export function ChooseTiers({ isSynced }: { isSynced: boolean }) {
  const counts = useWorkerQuery("policy.counts", {}, ["settings"])
  const { refetch } = counts
  // Counting reads the whole cache, which a sync under way would wait for: once for the first customers, once for all.
  useEffect(() => void refetch(), [isSynced, refetch])
  const policy = useWorkerQuery("policy.get", {}, ["settings"])
  const [picked, setPicked] = useState<string | null>(null)
  const use = useAct("policy.reset")
  if (!counts.data || !policy.data) {
    const fault = counts.fault ?? policy.fault
    const again = () => Promise.all([counts.refetch(), policy.refetch()])
    return fault ? <FaultAlert fault={fault} onRetry={again} /> : <Skeleton />
  }
  if (policy.data.managed.locked) return <p className="soft">{text.locked}</p>
  const { presets, best } = counts.data
  const inUse = policy.data.preset
  const chosen = picked ?? best ?? inUse
  return (
    <div className="stack">
      <fieldset className="radios">
        <legend>{text.legend}</legend>
        <ul className="choices">
          {presets.map((preset) => (
            <li key={preset.id}>
              <label>
                <input
                  type="radio"
                  name="scheme"
                  value={preset.id}
                  checked={preset.id === chosen}
                  onChange={() => setPicked(preset.id)}
                />
                <span>
                  <strong>{preset.name}</strong>{" "}
                  {preset.id === best && <span className="badge badge-accent">{text.best}</span>}
                  <span className="choice-counts">{countsText(preset)}</span>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      {!isSynced && <p className="field-hint">{text.soFar}</p>}
      {best !== null && picked === null && chosen !== inUse && <p className="field-hint">{text.bestHint}</p>}
      <div className="buttons">
        {chosen === inUse ? (
          <span role="status">
            <Icon name="check" /> {chosen === best ? text.usedBest : text.used}
          </span>
        ) : (
          <Button busy={use.isPending} onClick={() => use.mutate({ preset: chosen })}>
            {text.use}
          </Button>
        )}
      </div>
      <FaultAlert fault={use.fault} />
      {use.data?.saved === false && <RefusalList title={text.locked} faults={use.data.faults} />}
    </div>
  )
}
