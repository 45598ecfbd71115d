import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { Time } from "../common/values"

type CardProps = {
  icon: ReactNode
  at: string
  title: ReactNode
  aside?: ReactNode
  children?: ReactNode
}

/** The frame of every entry: an icon, what it is, when, and what there is to say. */
export function Card({ icon, at, title, aside, children }: CardProps) {
  return (
    <li className="shadow-elevation-card-rest bg-ui-bg-component flex gap-x-3 rounded-lg px-4 py-3">
      <span className="text-ui-fg-subtle mt-0.5" aria-hidden>
        {icon}
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-y-1">
        <div className="flex items-start justify-between gap-x-4">
          <Text
            as="div"
            size="small"
            leading="compact"
            weight="plus"
            className="text-ui-fg-base min-w-0 break-words"
          >
            {title}
          </Text>
          <Text
            as="div"
            size="small"
            leading="compact"
            className="text-ui-fg-base flex shrink-0 items-center gap-x-2"
          >
            {aside}
            <span className="txt-compact-xsmall text-ui-fg-subtle">
              <Time at={at} style="time" />
            </span>
          </Text>
        </div>
        {children && (
          <Text as="div" size="xsmall" className="text-ui-fg-subtle flex flex-col">
            {children}
          </Text>
        )}
      </div>
    </li>
  )
}
