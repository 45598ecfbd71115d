/**
 * A small picture for a product, drawn from its handle alone: two colours, a shape, and its initials.
 * @param handle of the product
 * @returns SVG
 */
export function drawThumbnail(handle: string): string {
  const seed = hash(handle)
  const hue = seed % 360
  const initials = handle
    .split("-")
    .filter((word) => /^[a-z]/.test(word))
    .slice(0, 2)
    .map((word) => word[0].toUpperCase())
    .join("")
  const back = `hsl(${hue} 55% 86%)`
  const front = `hsl(${(hue + 40) % 360} 45% 68%)`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200">
<rect width="200" height="200" fill="${back}"/>
${SHAPES[seed % SHAPES.length](front, (seed >> 8) % 90)}
<text x="100" y="118" text-anchor="middle" font-family="Georgia, serif" font-size="52" fill="hsl(${hue} 45% 26%)">${initials}</text>
</svg>`
}

const SHAPES: ((color: string, angle: number) => string)[] = [
  (color) => `<circle cx="100" cy="100" r="72" fill="${color}"/>`,
  (color, angle) =>
    `<rect x="42" y="42" width="116" height="116" rx="18" fill="${color}" transform="rotate(${angle} 100 100)"/>`,
  (color, angle) =>
    `<path d="M100 26 170 156 30 156Z" fill="${color}" transform="rotate(${angle} 100 108)"/>`,
  (color) =>
    `<path d="M100 168C30 120 26 74 56 54c20-12 38 0 44 18 6-18 24-30 44-18 30 20 26 66-44 114Z" fill="${color}"/>`,
  (color, angle) =>
    `<g fill="${color}" transform="rotate(${angle} 100 100)"><ellipse cx="100" cy="100" rx="82" ry="36"/><ellipse cx="100" cy="100" rx="36" ry="82"/></g>`,
]

function hash(text: string): number {
  let value = 0x811c9dc5
  for (const char of text) {
    value = Math.imul(value ^ char.charCodeAt(0), 0x01000193) >>> 0
  }
  return value
}
