/** What travels from a page to the worker. */
export interface Envelope {
  /** Method. */
  m: string
  /** Request. */
  p: unknown
  /** Names this request, also when it is sent again after the worker died: a write is then queued once. */
  rid: string
}
