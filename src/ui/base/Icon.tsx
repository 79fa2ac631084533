/**
 * The few line drawings the product uses, on a 16 px grid. Always decoration: the control around one carries the
 * name.
 */
const paths = {
  refresh: "M13.2 6.2A5.5 5.5 0 1 0 13.4 9M13.5 2.8v3.6H9.9",
  more: "M3.5 7.3v1.4M8 7.3v1.4M12.5 7.3v1.4",
  open: "M6.5 3.5h-3v9h9v-3M9 3h4v4M12.8 3.2 7.5 8.5",
  check: "m3 8.5 3.2 3.2L13 4.8",
  plus: "M8 3v10M3 8h10",
  close: "m4 4 8 8m0-8-8 8",
  chevron: "m6 4 4 4-4 4",
  clock: "M8 4.5V8l2.3 1.6M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z",
  mail: "M2.5 4h11v8h-11zM2.8 4.4 8 8.6l5.2-4.2",
  chat: "M2.5 3.5h11v7.5H7L4 13.5V11H2.5z",
  video: "M2.5 4.5h7v7h-7zM9.5 7l4-2v6l-4-2z",
  phone:
    "M4.2 2.8 6 5.6 4.9 7c.8 1.7 2.2 3.2 4 4l1.4-1.2 2.9 1.900c-.2 1-1 1.7-2 1.600C6.5 12.9 3 9.3 2.6 4.700c0-.9.7-1.7 1.6-1.900Z",
  people:
    "M6 7.500a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.400ZM2 13c.3-2.3 1.8-3.7 4-3.700s3.7 1.4 4 3.700M10.8 7.3a1.9 1.9 0 1 0-.3-3.700M11.6 9.400c1.4.3 2.2 1.6 2.4 3.2",
  note: "M3.5 2.500h9v11h-9zM5.8 5.800h4.400M5.8 8.200h4.400M5.8 10.600h2.4",
  ticket: "M2.5 5h11v2a1 1 0 0 0 0 2v2h-11V9a1 1 0 0 0 0-2z",
  other: "M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11Z",
  down: "M8 3v10m-3.5-3.5L8 13l3.5-3.5",
  up: "M8 13V3M4.5 6.5 8 3l3.5 3.5",
  info: "M8 7.3v3.900M8 4.900h.01M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z",
  warn: "M8 6.200v3M8 11.300h.01M8 2.500l6 10.800H2z",
  gear: "M8 10.200a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.400ZM8 1.800v1.900M8 12.300v1.900M1.8 8h1.900M12.3 8h1.900M3.6 3.6 5 5M11 11l1.4 1.4M12.4 3.6 11 5M5 11l-1.4 1.4",
  collapse: "M9.5 4.5 13 8l-3.5 3.5M13 8H5.500M3 3v10",
  brief: "M3 3.5h10M3 6.500h10M3 9.500h6M3 12.5h4",
  copy: "M5.5 5.500h7.500v8H5.500zM10.5 5.300V2.500H3v8h2.3",
  link: "M6.8 9.200a2.6 2.6 0 0 0 3.7 0l2-2a2.6 2.6 0 0 0-3.7-3.700l-.9.9M9.2 6.800a2.6 2.6 0 0 0-3.7 0l-2 2a2.6 2.6 0 0 0 3.7 3.700l.9-.9",
  eye: "M1.8 8S4 3.8 8 3.8 14.2 8 14.2 8 12 12.2 8 12.2 1.8 8 1.8 8ZM8 9.900a1.9 1.9 0 1 0 0-3.8 1.9 1.9 0 0 0 0 3.800Z",
  offline:
    "M2 2l12 12M4.3 8.300a5.3 5.3 0 0 1 2-1.200M9.9 7.200c.7.3 1.3.7 1.8 1.200M2 6a8.6 8.6 0 0 1 2.3-1.600M7 3.400A8.6 8.6 0 0 1 14 6M6.6 10.600a2 2 0 0 1 2.8 0M8 12.800h.01",
  keyboard: "M1.8 4.500h12.400v7H1.800zM4.2 7h.01M6.7 7h.01M9.3 7h.01M11.8 7h.01M5 9.300h6",
  search: "M7 11.500a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM13.5 13.5l-3.3-3.3",
  play: "M5 3.5v9l7-4.500z",
  pin: "M5.500 2.500h5M6.300 2.500v4L4 9.500h8l-2.300-3v-4M8 9.500v4.500",
  undo: "M3 6.500h6.500a3.5 3.5 0 0 1 0 7H6M5.8 3.5 3 6.500l2.8 3",
} as const

export type IconName = keyof typeof paths

export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg
      className={className ? `icon ${className}` : "icon"}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  )
}
