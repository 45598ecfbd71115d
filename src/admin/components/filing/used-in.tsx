import { Badge, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

/** In how many places a thing is used; pointing at it names them. */
export function UsedIn({ uses }: { uses: { name: string }[] }) {
  const { t } = useTranslation("engage")
  if (!uses.length) return "–"
  return (
    <Tooltip content={uses.map((use) => use.name).join(", ")}>
      <span>
        <Badge size="2xsmall">{t("filing.usedCount", { count: uses.length })}</Badge>
      </span>
    </Tooltip>
  )
}
