import { type RefObject, useEffect, useRef } from "react"

/** For a form: whoever sent it goes on at the first field that cannot be used, each time `faults` is found anew. */
export function useFocusOnFault(faults: object): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus(), [faults])
  return form
}
