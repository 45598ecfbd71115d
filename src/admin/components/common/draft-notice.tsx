import { Button, Text } from "@medusajs/ui"
import { type ReactNode, useState } from "react"
import { useTranslation } from "react-i18next"
import type { Draft } from "../../lib/drafts"
import { Time } from "./values"

type DraftNoticeProps<T> = {
  drafts: Draft<T>[]
  title: (draft: Draft<T>) => string
  /** What else has to be known before going on with it. */
  note?: (draft: Draft<T>) => string | undefined
  /** The button or link that goes on with it. */
  goOn: (draft: Draft<T>) => ReactNode
  onDiscard: (id: string) => void
}

/** What was written in this browser and never saved, to go on with or to throw away: the newest, and others on request. */
export function DraftNotice<T>({ drafts, title, note, goOn, onDiscard }: DraftNoticeProps<T>) {
  const { t } = useTranslation("engage")
  const [all, setAll] = useState(false)
  const older = drafts.length - 1
  if (!drafts.length) return null
  return (
    <ul
      aria-label={t("drafts.label")}
      className="bg-ui-bg-subtle border-ui-border-base divide-y rounded-lg border"
    >
      {drafts.slice(0, all ? undefined : 1).map((draft) => (
        <li
          key={draft.id}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3"
        >
          <div className="min-w-0">
            <Text size="small" weight="plus" className="truncate">
              {title(draft)}
            </Text>
            <Text as="div" size="small" className="text-ui-fg-subtle">
              {t("drafts.written")} <Time at={draft.at} />
              {note?.(draft) && ` · ${note(draft)}`}
            </Text>
          </div>
          <div className="flex gap-x-2">
            <Button size="small" variant="secondary" onClick={() => onDiscard(draft.id)}>
              {t("drafts.discard")}
            </Button>
            {goOn(draft)}
          </div>
        </li>
      ))}
      {older > 0 && !all && (
        <li className="px-2 py-1">
          <Button size="small" variant="transparent" onClick={() => setAll(true)}>
            {t("drafts.older", { count: older })}
          </Button>
        </li>
      )}
    </ul>
  )
}
