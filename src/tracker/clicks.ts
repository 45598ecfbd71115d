/** An event that the shop owner made of clicks: its name, a CSS selector, a part of the address, whether text is kept. */
export type ClickRule = { n: string; s: string; p: string; t: boolean }

const MAX_TEXT = 200

/** What a click on an element is by the shop's rules. */
export function clicked(
  target: Element,
  rules: ClickRule[],
  href: string
): { name: string; properties: Record<string, unknown> }[] {
  return rules.flatMap(({ n, s, p, t }) => {
    const hit = href.includes(p) && closest(target, s)
    if (!hit) return []
    const text = t ? (hit.textContent ?? "").trim().slice(0, MAX_TEXT) : undefined
    return [{ name: n, properties: { path: new URL(href).pathname, text } }]
  })
}

/** A selector that the browser does not understand matches nothing. */
function closest(target: Element, selector: string): Element | null {
  try {
    return target.closest(selector)
  } catch {
    return null
  }
}
