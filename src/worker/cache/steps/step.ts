/**
 * One step of the database from a version to the next. Steps are numbered by their place in the list, stay as they were once shipped,
 * and import nothing of the app: its code goes on changing, what an old version left behind does not.
 */
export interface Step {
  /** Creates and removes stores and indexes. */
  stores?: (db: IDBDatabase, tx: IDBTransaction) => void
  /**
   * By store, after `stores`: each row as it is to be. Pure. Undefined drops the row; one that makes it throw is junk and stays as it
   * is, for readers tell junk apart.
   */
  rows?: Record<string, (row: unknown) => unknown>
}
