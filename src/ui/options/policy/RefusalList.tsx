/** Why a policy was refused: each place with its reason. */
import type { PolicyFault } from "./draft"

export function RefusalList({ title, faults }: { title: string; faults: PolicyFault[] }) {
  return (
    <div role="alert" className="notice notice-poor">
      <div>
        <p className="notice-title">{title}</p>
        <ul className="faults">
          {faults.map(({ path, reason }) => (
            <li key={`${path}${reason}`}>
              {path && <code>{path}</code>} {reason}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
