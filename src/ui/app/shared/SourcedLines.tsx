interface Props {
  lines: readonly { key: string; text: string; source: string }[]
}

/** Facts of a sheet, each with where it comes from. */
export function SourcedLines({ lines }: Props) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.key}>
          <span className="line-text">
            {line.text} <span className="row-meta">{line.source}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
