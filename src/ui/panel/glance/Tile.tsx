import { StatusMark } from "../../base"
import { formatScore } from "../../base/format"
import { bandWords } from "../../strings/base"
import { panel } from "../../strings/panel"
import { sectionNames } from "../../strings/sections"
import { useAccount } from "../shared/panel-context"
import { goToSection } from "../shared/Section"

const words = panel.glanceLines

/** The score on its band's tint; leads to the traits. For a customer who left, what it was then. */
export function Tile() {
  const { account } = useAccount()
  const { health } = account.assessment
  const score = health.official?.score ?? health.score
  const churned = account.facts.churnedOn !== undefined
  const band = churned ? "unknown" : health.band
  const word =
    churned && score !== null ? words.atExit : score === null ? words.noScore : bandWords[health.band]
  return (
    <button type="button" className={`tile tile-${band}`} onClick={() => goToSection("health")}>
      <span className="sr-only">{sectionNames.health} </span>
      <span className="tile-score">{score === null ? "–" : formatScore(score)}</span>
      <span className="tile-word">
        <StatusMark band={band} words="silent" />
        {word}
      </span>
    </button>
  )
}
