import { noFilter } from "~src/domain/book/filter"
import { useWorkerQuery } from "~src/store/use-worker-query"
import { SafeLink, SelectField } from "~src/ui/base"
import { app } from "~src/ui/strings/app"
import { book } from "~src/ui/strings/book"

import { CopyPrint } from "../../shared/CopyPrint"
import { SheetPage } from "../../shared/SheetPage"
import { useRoute } from "../../shared/use-route"
import { useWho, WhosePicker } from "../../shared/WhosePicker"
import { changesMarkdown, type WantedWay, wantedWay } from "./changes-text"
import { HealthChanges } from "./HealthChanges"

const words = book.changes
const periods = [7, 30, 90, 365]
const ways: readonly WantedWay[] = ["all", "down", "up", "band"]

/** Whose health moved: by person, period and direction, as the address says. */
export function ChangesPage() {
  const who = useWho()
  const { params, set } = useRoute()
  const days = periods.find((one) => String(one) === params.get("days")) ?? 90
  const way = ways.find((one) => one === params.get("way")) ?? "all"
  const query = useWorkerQuery("week.history", { who, days }, ["book", "settings", "week"])
  const { data: page } = useWorkerQuery(
    "book.page",
    { who, filter: noFilter, sort: "name", offset: 0, limit: 0 },
    ["settings"],
  )
  const inVitally = page?.dashboards.find(({ label }) => label === "Category changes")
  return (
    <SheetPage
      title={app.pages.changes}
      query={query}
      tools={
        <>
          <WhosePicker />
          {inVitally ? <SafeLink href={inVitally.url}>{words.inVitally}</SafeLink> : null}
        </>
      }
    >
      {(data) => {
        const shown = data.changes.filter((change) => wantedWay(change, way))
        return (
          <>
            <div className="filters no-print">
              <SelectField
                label={words.period}
                value={days}
                onChange={(event) =>
                  set({ days: event.target.value === "90" ? undefined : event.target.value })
                }
              >
                {periods.map((one) => (
                  <option key={one} value={one}>
                    {words.days(one)}
                  </option>
                ))}
              </SelectField>
              <SelectField
                label={words.way}
                value={way}
                onChange={(event) =>
                  set({ way: event.target.value === "all" ? undefined : event.target.value })
                }
              >
                {ways.map((one) => (
                  <option key={one} value={one}>
                    {words.ways[one]}
                  </option>
                ))}
              </SelectField>
              <span className="spacer" />
              <CopyPrint markdown={() => changesMarkdown(shown, data.today)} />
            </div>
            <HealthChanges changes={shown} data={data} />
          </>
        )
      }}
    </SheetPage>
  )
}
