/** A rectangle of a treemap, in the units of the whole. */
export type Box = { x: number; y: number; width: number; height: number }

/**
 * Divides a rectangle among values so that areas are proportional to them and tiles are as square as they get: the
 * squarified treemap of Bruls, Huizing and van Wijk (2000). Values must be positive and falling.
 */
export function treemap(values: number[], width: number, height: number): Box[] {
  const total = values.reduce((sum, value) => sum + value, 0)
  const areas = values.map((value) => (value * width * height) / total)
  const boxes: Box[] = []
  let free: Box = { x: 0, y: 0, width, height }
  for (let start = 0; start < areas.length;) {
    const side = Math.min(free.width, free.height)
    let end = start + 1
    while (
      end < areas.length &&
      worst(areas.slice(start, end + 1), side) <= worst(areas.slice(start, end), side)
    )
      end += 1
    free = lay(areas.slice(start, end), free, boxes)
    start = end
  }
  return boxes
}

/** The longest of the tiles' side ratios when they share a row along `side`. */
function worst(row: number[], side: number): number {
  const sum = row.reduce((a, b) => a + b, 0)
  const thick = sum / side
  return Math.max(...row.map((area) => Math.max(thick ** 2 / area, area / thick ** 2)))
}

/** Lays a row along the shorter side of what is free; answers what is left. */
function lay(row: number[], free: Box, boxes: Box[]): Box {
  const sum = row.reduce((a, b) => a + b, 0)
  const upright = free.width >= free.height
  const thick = sum / (upright ? free.height : free.width)
  let along = upright ? free.y : free.x
  for (const area of row) {
    const length = area / thick
    boxes.push(
      upright
        ? { x: free.x, y: along, width: thick, height: length }
        : { x: along, y: free.y, width: length, height: thick }
    )
    along += length
  }
  return upright
    ? { ...free, x: free.x + thick, width: free.width - thick }
    : { ...free, y: free.y + thick, height: free.height - thick }
}
