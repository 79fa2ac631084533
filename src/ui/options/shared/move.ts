/** The list with one item moved by one place; unchanged where it would leave the list. */
export function move<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const to = index + by
  const moved = [...list]
  const [item] = moved.splice(index, 1)
  if (item === undefined || to < 0 || to >= list.length) return [...list]
  moved.splice(to, 0, item)
  return moved
}
