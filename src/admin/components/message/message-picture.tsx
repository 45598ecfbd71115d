import { clx } from "@medusajs/ui"
import { type ReactNode, useEffect, useRef, useState } from "react"
import { MessageFrame } from "./message-frame"

type MessagePictureProps = {
  /** The finished message; nothing while it is not known. */
  html: string | undefined
  title: string
  /** Stands in the picture's place for what has none. */
  empty?: ReactNode
  className?: string
}

/** How wide a screen is pretended, in pixels: a message is 600 wide, with some room beside it. */
const SCREEN = 640

/**
 * A small picture of an e-mail beside its name. It is drawn when it comes into view, as light as most people see it, runs
 * nothing, takes neither mouse nor keyboard, and is passed over by screen readers, to which the name says all.
 */
export function MessagePicture({ html, title, empty, className }: MessagePictureProps) {
  const place = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState(false)

  useEffect(() => {
    if (!place.current) return
    // React 18 does not know the attribute.
    place.current.inert = true
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true)
      },
      { rootMargin: "300px" }
    )
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [])

  return (
    <div
      ref={place}
      aria-hidden
      className={clx(
        "text-ui-fg-muted bg-ui-bg-subtle pointer-events-none flex items-center justify-center overflow-hidden",
        className
      )}
    >
      {html === undefined
        ? empty
        : seen && (
            <MessageFrame html={html} title={title} width={SCREEN} className="h-full w-full" />
          )}
    </div>
  )
}
