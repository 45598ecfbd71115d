const MAX_STEPS = 400
const TOLERANCE = 1e-7

type Corner = { at: number[]; value: number }

/**
 * The least value of a function of a few numbers by the downhill simplex of Nelder and Mead. Lets other work run between
 * its steps: one step looks at every buyer of the sample.
 */
export async function minimise(f: (at: number[]) => number, start: number[]): Promise<number[]> {
  const corner = (at: number[]): Corner => ({ at, value: f(at) })
  const simplex = [start, ...start.map((_, i) => start.map((v, j) => (i === j ? v + 0.5 : v)))].map(
    corner
  )
  for (let step = 0; step < MAX_STEPS; step++) {
    simplex.sort((a, b) => a.value - b.value)
    const best = simplex[0]
    const worst = simplex[simplex.length - 1]
    if (Math.abs(worst.value - best.value) <= TOLERANCE * (Math.abs(best.value) + TOLERANCE)) break
    moveWorst(simplex, corner)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return simplex.sort((a, b) => a.value - b.value)[0].at
}

function moveWorst(simplex: Corner[], corner: (at: number[]) => Corner): void {
  const last = simplex.length - 1
  const worst = simplex[last]
  const centre = worst.at.map(
    (_, i) => simplex.slice(0, last).reduce((s, c) => s + c.at[i], 0) / last
  )
  const along = (k: number) => corner(centre.map((c, i) => c + k * (c - worst.at[i])))
  const mirrored = along(1)
  if (mirrored.value < simplex[0].value) {
    const further = along(2)
    simplex[last] = further.value < mirrored.value ? further : mirrored
  } else if (mirrored.value < simplex[last - 1].value) {
    simplex[last] = mirrored
  } else {
    const nearer = mirrored.value < worst.value ? along(0.5) : along(-0.5)
    if (nearer.value < Math.min(worst.value, mirrored.value)) simplex[last] = nearer
    else shrink(simplex, corner)
  }
}

function shrink(simplex: Corner[], corner: (at: number[]) => Corner): void {
  const best = simplex[0].at
  for (let i = 1; i < simplex.length; i++) {
    simplex[i] = corner(simplex[i].at.map((v, j) => best[j] + (v - best[j]) / 2))
  }
}
