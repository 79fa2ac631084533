/** What is kept where and how long, for whoever wants to know before agreeing. */
import { Disclosure } from "~src/ui/base/Disclosure"
import { consentText as text } from "~src/ui/strings/consent"

export function PrivacyDetails() {
  return (
    <Disclosure summary={text.privacy}>
      <table className="plain">
        <thead>
          <tr>
            {text.kept.head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {text.kept.rows.map(([what, where, until]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{where}</td>
              <td>{until}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {text.more.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Disclosure>
  )
}
