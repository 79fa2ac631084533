/** Who may sign in at the stand-in identity provider, and in which groups. */
export interface Person {
  email: string
  name: string
  groups: string[]
}

export const groups = { read: "lens-read", daily: "lens-daily", all: "lens-all" } as const

/** Nobody of Vitally's: a manager who looks, and somebody of another department. */
export const outsiders = {
  onlooker: { email: "onlooker@acme.example", name: "Olga Onlooker", groups: [groups.read, "everyone"] },
  stranger: { email: "stranger@acme.example", name: "Stan Stranger", groups: ["everyone"] },
} satisfies Record<string, Person>
