import { useEffect } from "react"
import { useLocation } from "react-router-dom"

const HANDS = ["wheel", "touchmove", "pointerdown", "keydown"]

/**
 * Brings the part of the page that the address names (`#topics`) to the top, and keeps it there while what is above it
 * still loads, until the person does something. Only the page's own area moves: `scrollIntoView` would push the whole
 * dashboard up as well and leave an empty strip under it.
 * @param ready whether the parts are on the page
 */
export function useHashScroll(ready: boolean): void {
  const { hash } = useLocation()

  useEffect(() => {
    const area = document.querySelector("main")
    const content = area?.firstElementChild
    if (!ready || !hash || !content) return

    const observer = new ResizeObserver(() => {
      const part = document.getElementById(hash.slice(1))
      if (part)
        area.scrollTop += part.getBoundingClientRect().top - area.getBoundingClientRect().top
    })
    observer.observe(content)
    const stop = () => {
      observer.disconnect()
      HANDS.forEach((name) => window.removeEventListener(name, stop))
    }
    HANDS.forEach((name) => window.addEventListener(name, stop))
    return stop
  }, [ready, hash])
}
