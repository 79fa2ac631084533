import { useDeferredValue, useState } from "react"

import { useWorkerQuery } from "~src/store/use-worker-query"
import { ErrorNotice, Name, StatusMark, TextField } from "~src/ui/base"
import { review as words } from "~src/ui/strings/review"

import { useRoute } from "../../shared/use-route"

export function ChooseCustomer() {
  const { set } = useRoute()
  const [text, setText] = useState("")
  const asked = useDeferredValue(text.trim())
  const { data, fault, refetch } = useWorkerQuery("search", { text: asked, limit: 20 }, ["book"], {
    enabled: asked !== "",
  })
  return (
    <>
      <header className="page-head">
        <h1>{words.title}</h1>
      </header>
      <p className="soft">{words.choose}</p>
      <div className="filters" role="search">
        <TextField
          label={words.search}
          type="search"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      {fault ? <ErrorNotice fault={fault} onRetry={() => void refetch()} /> : null}
      {asked !== "" && data?.hits.length === 0 ? <p className="empty">{words.none(asked)}</p> : null}
      <ul className="cards">
        {asked === ""
          ? null
          : data?.hits.map(({ id, name, band, tier }) => (
              <li key={id} className="covered">
                <button type="button" className="customer" onClick={() => set({ account: id })}>
                  <Name>{name}</Name>
                </button>
                <StatusMark band={band} />
                <span className="soft">{tier}</span>
              </li>
            ))}
      </ul>
    </>
  )
}
