import { Avatar, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

type Person = { name: string | null; email: string | null; phone?: string | null }

/** A person's name over their e-mail or phone, with the initial as a picture. */
export function PersonCell({ person }: { person: Person }) {
  const { t } = useTranslation("engage")
  const contact = person.email ?? person.phone ?? null
  const title = person.name ?? contact ?? t("profiles.nameless")
  return (
    <span className="flex min-w-0 items-center gap-x-3">
      <Avatar size="small" fallback={title.slice(0, 1).toUpperCase()} aria-hidden />
      <span className="flex min-w-0 flex-col">
        <Text
          as="span"
          size="small"
          leading="compact"
          weight="plus"
          className="text-ui-fg-base max-w-[260px] truncate"
        >
          {title}
        </Text>
        {contact && contact !== title && (
          <Text
            as="span"
            size="xsmall"
            leading="compact"
            className="text-ui-fg-subtle max-w-[260px] truncate"
          >
            {contact}
          </Text>
        )}
      </span>
    </span>
  )
}
