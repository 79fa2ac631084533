import { QueryClientProvider } from "@tanstack/react-query"
import { type ReactNode, useEffect, useState } from "react"

import { followBroadcasts, makeQueryClient } from "./query-client"

/** Around every page: its query client, following the worker's broadcasts. */
export function WorkerProvider({ children }: { children: ReactNode }) {
  const [client] = useState(makeQueryClient)
  useEffect(() => followBroadcasts(client), [client])
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}
