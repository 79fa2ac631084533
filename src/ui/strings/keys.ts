/** Names of the keys that are the same on every page. */
export const keyWords = {
  title: "Keyboard shortcuts",
  switchOn: "Use single-letter shortcuts",
  off: "Shortcuts are off.",
  move: "move",
  done: "done",
  later: "later",
  touch: "log touch",
  all: "all",
  rows: [
    ["J / K", "move down or up"],
    ["Enter", "open"],
    ["C", "mark done"],
    ["S", "later"],
    ["L", "log touch"],
    ["U", "undo"],
    ["/", "find a customer"],
    ["?", "all shortcuts"],
  ] as [string, string][],
}
