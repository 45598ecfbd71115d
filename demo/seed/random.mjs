/**
 * A stream of numbers in [0, 1) that is always the same for the same seed (FNV-1a into mulberry32).
 * @param {string} seed
 * @returns {{next: () => number, chance: (share: number) => boolean, int: (from: number, to: number) => number, pick: <T>(list: T[]) => T}}
 *   `int` includes both ends
 */
export function randomOf(seed) {
  let state = 0x811c9dc5
  for (const char of seed) {
    state = Math.imul(state ^ char.codePointAt(0), 0x01000193)
  }
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (from, to) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    int,
    chance: (share) => next() < share,
    pick: (list) => list[int(0, list.length - 1)],
  }
}
