import { clx } from "@medusajs/ui"
import { useEffect, useRef, useState } from "react"
import { inColorScheme, withNewTabLinks, withoutPixel } from "../../lib/message-html"

type MessageFrameProps = {
  html: string
  title: string
  /** Width of the pretended screen in pixels; without it the frame fills its place. */
  width?: number
  dark?: boolean
  /** Whether links lead somewhere (in a new tab) and opening counts, as in the person's own mail program. */
  live?: boolean
  className?: string
}

/** A message in a frame of its own: no scripts, no access to the admin, scaled down where it is wider than its place. */
export function MessageFrame({ html, title, width, dark, live, className }: MessageFrameProps) {
  const place = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState<number>()

  useEffect(() => {
    if (!place.current) return
    const observer = new ResizeObserver(([entry]) => setRoom(entry.contentRect.width))
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [])

  const scale = width && room ? Math.min(1, room / width) : 1
  const content = inColorScheme(
    live ? withNewTabLinks(html) : withoutPixel(html),
    dark ? "dark" : "light"
  )

  return (
    <div ref={place} className={clx("flex justify-center overflow-hidden", className)}>
      <iframe
        title={title}
        srcDoc={content}
        sandbox={live ? "allow-popups allow-popups-to-escape-sandbox" : ""}
        className={clx("h-full shrink-0 border-0", dark ? "bg-black" : "bg-white")}
        style={{
          width: width ?? "100%",
          height: `${100 / scale}%`,
          transform: scale < 1 ? `scale(${scale})` : undefined,
          transformOrigin: "top center",
        }}
      />
    </div>
  )
}
