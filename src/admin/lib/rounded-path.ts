type Point = [x: number, y: number]

/** An SVG path along points whose lines are level or upright, its corners rounded. Points on a straight line are left out. */
export function roundedPath(points: Point[], radius: number): string {
  const corners = points.filter(([x, y], i) => {
    const [before, after] = [points[i - 1], points[i + 1]]
    if (!before || !after) return true
    return !((before[0] === x && after[0] === x) || (before[1] === y && after[1] === y))
  })
  return corners
    .map((point, i) => {
      const [before, after] = [corners[i - 1], corners[i + 1]]
      if (!before) return `M ${point}`
      if (!after) return `L ${point}`
      return `L ${towards(point, before, radius)} Q ${point} ${towards(point, after, radius)}`
    })
    .join(" ")
}

function towards(from: Point, to: Point, radius: number): Point {
  const step = (a: number, b: number) =>
    a + Math.sign(b - a) * Math.min(radius, Math.abs(b - a) / 2)
  return [step(from[0], to[0]), step(from[1], to[1])]
}
