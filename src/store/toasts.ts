/** Lines at the foot of a page: what was just done or refused, and the way back. */
import { create } from "zustand"

export interface Toast {
  id: string
  text: string
  tone: "plain" | "poor"
  /** Milliseconds since 1970; leaves by itself then. */
  until: number
  undo?: () => void
}

interface Toasts {
  toasts: Toast[]
  add: (toast: Toast) => void
  remove: (id: string) => void
}

export const useToasts = create<Toasts>((set) => ({
  toasts: [],
  // Three at once are enough to read; the oldest gives way, its write stays queued.
  add: (toast) =>
    set(({ toasts }) => ({ toasts: [...toasts.filter(({ id }) => id !== toast.id), toast].slice(-3) })),
  remove: (id) => set(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) })),
}))
