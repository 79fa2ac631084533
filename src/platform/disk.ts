/** How much the extension keeps on this computer. */
export interface Disk {
  /** Bytes of everything stored, as far as the browser tells; null where it does not. */
  used(): Promise<number | null>
}

export function browserDisk(storage: StorageManager): Disk {
  return {
    async used() {
      const { usage } = await storage.estimate().catch(() => ({ usage: undefined }))
      return usage ?? null
    },
  }
}
