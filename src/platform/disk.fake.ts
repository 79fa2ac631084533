import type { Disk } from "./disk"

export interface FakeDisk extends Disk {
  bytes: number | null
}

export function fakeDisk(): FakeDisk {
  const disk: FakeDisk = { bytes: 0, used: () => Promise.resolve(disk.bytes) }
  return disk
}
