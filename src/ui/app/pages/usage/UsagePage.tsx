/** Usage from a file: dropped or chosen, its columns named, imported, linked, taken back. */
import { type DragEvent, useState } from "react"

import { useWorkerQuery } from "~src/store/use-worker-query"
import { Notice } from "~src/ui/base/ErrorNotice"
import { usageText as text } from "~src/ui/strings/usage"

import { Files } from "./Files"
import { ImportForm } from "./ImportForm"
import { LookerCard } from "./LookerCard"
import { FileFault, type FileHead, readHead } from "./read-file"

interface Chosen extends FileHead {
  file: File
}

export function UsagePage() {
  const known = useWorkerQuery("usage.imports", {}, ["usage"])
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [reading, setReading] = useState(false)
  const [fault, setFault] = useState("")

  const take = (file: File | undefined) => {
    if (!file) return
    setReading(true)
    setFault("")
    readHead(file)
      .then((head) => setChosen({ ...head, file }))
      .catch((error: unknown) => setFault(wordsOf(error)))
      .finally(() => setReading(false))
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    take(event.dataTransfer.files[0])
  }

  return (
    <div className="narrow-page" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <h1>{text.title}</h1>
      <p className="soft">{text.about}</p>
      <div className="card">
        <label className="field">
          <span>{chosen ? text.another : text.choose}</span>
          <input
            type="file"
            accept=".csv,.txt,.json,text/csv,application/json"
            onChange={(event) => {
              take(event.target.files?.[0])
              event.target.value = ""
            }}
          />
        </label>
        {reading && <p role="status">{text.reading}</p>}
        {fault !== "" && (
          <div role="alert">
            <Notice tone="concerning">{fault}</Notice>
          </div>
        )}
      </div>
      {chosen && known.data && (
        <ImportForm
          key={`${chosen.file.name}:${chosen.file.lastModified.toString()}:${chosen.file.size.toString()}`}
          file={chosen.file}
          head={chosen}
          before={known.data.columns}
        />
      )}
      <LookerCard />
      <Files imports={known.data?.imports ?? []} />
    </div>
  )
}

function wordsOf(error: unknown): string {
  const key = error instanceof FileFault ? error.message : "other"
  return Object.hasOwn(text.fileFaults, key)
    ? text.fileFaults[key as keyof typeof text.fileFaults]
    : text.fileFaults.other
}
