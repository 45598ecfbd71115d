/** Tells when the page goes out of sight, perhaps for good, and when it is back. */
export function onSight({ lost, back }: { lost: () => void; back: () => void }): void {
  addEventListener("pagehide", lost)
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") lost()
    else back()
  })
}

/** Tells of clicks before the shop's own listeners, which may keep a click to themselves or change the page. */
export function onClick(tell: (on: Element) => void): void {
  document.addEventListener("click", ({ target }) => tell(target as Element), true)
}

/** Tells when a single-page shop shows another address. */
export function onMove(tell: () => void): void {
  let path = location.pathname + location.search
  const moved = () =>
    setTimeout(() => {
      const now = location.pathname + location.search
      if (now !== path) tell()
      path = now
    })
  const push = history.pushState
  history.pushState = (...args) => {
    push.apply(history, args)
    moved()
  }
  addEventListener("popstate", moved)
}
