/** What decides everything that is random in the fault suite; `FAULT_SEED=…` repeats a run. */
export const SEED = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000)

/** How often as long as usual the suite runs: 1, or what `FAULT_TIMES` says. */
export const TIMES = Number(process.env.FAULT_TIMES ?? 1)

/** The same sequence of numbers in [0, 1) for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
