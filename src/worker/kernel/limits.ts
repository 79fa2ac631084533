/**
 * How much of an answer is taken in. A service, a proxy or a mistake may send far more than a page can show or a worker can hold; what
 * is over is cut or set aside, and counted.
 */

/** Bytes of one answer. A page of 100 tasks that each carry their whole account stays under a third of this. */
export const maxBodyBytes = 12_000_000
/** Bytes of an answer that refuses. */
export const maxRefusalBytes = 100_000

/** Characters of a name or a title. */
export const maxNameLength = 300
/** Characters of any other text of a row, such as the body of a note. */
export const maxTextLength = 100_000
/** Traits of one record. */
export const maxTraits = 3_000
/** Characters of one trait's value. */
export const maxTraitLength = 20_000
/** How deep objects and lists may lie in each other. */
export const maxDepth = 12
/** Entries of a list inside one row, such as key roles or a thread's messages. */
export const maxEntries = 2_000
/** Rows of one page. Vitally gives at most 100. */
export const maxRowsOfPage = 2_000

/** Requests that one tab's gate may send at once, and per second after that. A page that navigates all the time sends a few. */
export const gateBurst = 60
export const gatePerSecond = 5
