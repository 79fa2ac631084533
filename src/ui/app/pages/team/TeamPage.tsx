import { noFilter } from "~src/domain/book/filter"
import { useWorkerQuery } from "~src/store/use-worker-query"
import { team as words } from "~src/ui/strings/team"

import { SheetPage } from "../../shared/SheetPage"
import { useRoute } from "../../shared/use-route"
import { OneOnOne } from "./OneOnOne"
import { TeamTable } from "./TeamTable"

const topics = ["book", "settings", "outbox", "week"]
const days = 90

/** For who leads TAs: each one's book in a row, and the sheet for their 1:1. */
export function TeamPage() {
  const { params, set } = useRoute()
  const owner = params.get("owner") ?? ""
  return owner === "" ? (
    <Everybody onOpen={(next) => set({ owner: next })} />
  ) : (
    <OneOnOne key={owner} owner={owner} onBack={() => set({ owner: undefined })} />
  )
}

function Everybody({ onOpen }: { onOpen: (owner: string) => void }) {
  const query = useWorkerQuery(
    "book.page",
    { who: "all", filter: noFilter, sort: "name", group: "owner", offset: 0, limit: 0 },
    topics,
  )
  const history = useWorkerQuery("week.history", { who: "all", days }, topics)
  return (
    <SheetPage title={words.title} query={query}>
      {(page) =>
        page.groups.length === 0 ? (
          <p className="empty">{words.none}</p>
        ) : (
          <TeamTable page={page} history={history.data} onOpen={onOpen} />
        )
      }
    </SheetPage>
  )
}
