import type { Fact } from "~src/domain/facts"

import { formatAge } from "../../base/format"
import { sourceWords } from "../../strings/base"
import { useNow } from "~src/ui/base/use-now"

/** Where a value comes from: system, field, when it was read. */
export function Source({ fact }: { fact: Fact<unknown> }) {
  const now = useNow()
  const parts = [sourceWords[fact.source], fact.field, fact.at ? formatAge(fact.at, now) : undefined]
  return <span className="source">{parts.filter(Boolean).join(" · ")}</span>
}
