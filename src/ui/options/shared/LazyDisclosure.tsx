/** A line that opens; what is inside is made when it is first opened, and stays. */
import { type ReactNode, useState } from "react"

import { Disclosure } from "~src/ui/base/Disclosure"

export function LazyDisclosure({ summary, render }: { summary: ReactNode; render: () => ReactNode }) {
  const [wasOpened, setWasOpened] = useState(false)
  return (
    <Disclosure summary={summary} onToggle={(open) => open && setWasOpened(true)}>
      {wasOpened ? render() : null}
    </Disclosure>
  )
}
