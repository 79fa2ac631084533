/** "own-1", "own-2", …: the first that no item has. Keys are never shown; they tell items apart in stored notes. */
export function freshKey(items: readonly { key: string }[]): string {
  let number = items.length + 1
  while (items.some(({ key }) => key === `own-${number}`)) number += 1
  return `own-${number}`
}
