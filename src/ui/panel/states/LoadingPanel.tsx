import { Skeleton } from "../../base"
import { panel } from "../../strings/panel"

/** The shape of an account before it is there. */
export function LoadingPanel({ text = panel.loading }: { text?: string }) {
  return (
    <div className="loading">
      <h1 className="sr-only">{panel.name}</h1>
      <Skeleton lines={2} label={text} />
      <div aria-hidden="true">
        {[4, 5, 3].map((lines, index) => (
          <div className="section" key={index}>
            <Skeleton lines={lines} />
          </div>
        ))}
      </div>
      {text === panel.loading ? null : <p className="faint loading-text">{text}</p>}
    </div>
  )
}
