/** Words that the sheets of the week share. */
export const sheet = {
  copy: "Copy as Markdown",
  copied: "Copied.",
  notCopied: "Couldn't copy. Select the text and press Ctrl+C.",
  print: "Print",
  cut: (n: number) =>
    `${n.toLocaleString("en-US")} more customers are not shown. Choose one TA to see theirs.`,
}
