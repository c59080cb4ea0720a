/**
 * Why a reading has no value. The numbers exist on the wire and in APIs that show raw signals; code speaks the
 * names. `invalid` has no number: only the server's decoder says it.
 */
export const gapNumbers = {
  unavailable: -1,
  denied: -2,
  error: -3,
  timeout: -4,
  unstable: -5,
  blocked: -6,
  unsupported: -7,
  skipped: -8,
} as const

/** A named reason for the absence of a value. */
export type GapName = keyof typeof gapNumbers | 'invalid'

// Marked as pure, so that the agent's bundle, which never asks for a name, does not make this either.
const names: ReadonlyMap<unknown, GapName> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ Object.entries(gapNumbers).map(([name, number]) => [number, name as GapName]),
)

/** The gap for a wire number; undefined for a number that no agent sends. */
export const gapNamed = (wire: unknown): GapName | undefined => names.get(wire)
