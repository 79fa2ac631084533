/** The tones a mark, badge or notice can have: the four answers, the product's own, and none. */
export type Tone = "healthy" | "concerning" | "poor" | "unknown" | "accent" | "plain"
