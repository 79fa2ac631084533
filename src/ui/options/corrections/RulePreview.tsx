import { useMemo } from "react"

import type { EvidenceRule } from "~src/domain/policy/policy"
import { useWorkerQuery } from "~src/store/use-worker-query"
import { correctionsText as text } from "~src/ui/strings/corrections"

import { FaultAlert } from "../shared/FaultAlert"
import { useSettled } from "../shared/use-settled"

const typingMs = 400

/** What a rule would change in the stored book, before it is saved. */
export function RulePreview({ rule }: { rule: EvidenceRule }) {
  const { match, counts } = rule
  const words = rule.text.trim()
  const asked = useSettled(
    useMemo(() => ({ match, text: words, counts }), [match, words, counts]),
    typingMs,
  )
  const preview = useWorkerQuery("evidence.preview", asked, ["book", "settings"], {
    enabled: asked.text !== "",
  })
  if (words === "") return null
  if (preview.fault) return <FaultAlert fault={preview.fault} onRetry={preview.refetch} />
  const known = asked.text === words && asked.match === match && asked.counts === counts
  const { data } = preview
  return (
    <p role="status" className="field-hint">
      {known && data ? text.changes(data.touches, data.customers) : text.counting}
    </p>
  )
}
