/** Reads the My Domain name out of what people paste: the name alone, a host, or any address of their org. */
export function parseMyDomain(text: string): string {
  const host = text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/[/?#].*$/, "")
  const found =
    /^(?<name>[a-z0-9-]+)\.(?:(?<partition>[a-z]+)\.)?(?:lightning\.force|my\.salesforce)\.com$/.exec(host)
  if (!found?.groups) return host
  const { name = "", partition } = found.groups
  // Sandboxes and the like keep their partition: it is part of the API's host name.
  return partition ? `${name}.${partition}` : name
}
