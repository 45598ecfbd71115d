import { Text, clx } from "@medusajs/ui"
import { createContext, type ReactNode, useContext } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { Time } from "../common/values"

type CardProps = {
  icon: ReactNode
  at: string
  title: ReactNode
  aside?: ReactNode
  children?: ReactNode
}

/** How a link in the title of an entry looks. */
export const linkClass =
  "text-ui-tag-blue-text underline underline-offset-2 focus-visible:shadow-borders-focus rounded-sm outline-none"

/** Where an entry is found again, and whether the page was opened for it. */
export const Place = createContext<{ link: string; marked: boolean }>({ link: "", marked: false })

/** The frame of every entry: an icon, what it is, when, and what there is to say. */
export function Card({ icon, at, title, aside, children }: CardProps) {
  const { t } = useTranslation("engage")
  const { link, marked } = useContext(Place)
  return (
    <li
      aria-current={marked || undefined}
      className={clx(
        "bg-ui-bg-component flex gap-x-3 rounded-lg px-4 py-3",
        marked ? "shadow-borders-interactive-with-active" : "shadow-elevation-card-rest"
      )}
    >
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
            <Link
              to={link}
              title={t("profiles.timeline.permalink")}
              className="txt-compact-xsmall text-ui-fg-subtle focus-visible:shadow-borders-focus rounded-sm outline-none hover:underline"
            >
              <Time at={at} style="time" />
            </Link>
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
