export const workerFloors: readonly (readonly string[])[]
export const featureFloors: readonly (readonly string[])[]
export function banned(floors: readonly (readonly string[])[], name: string): string[]
