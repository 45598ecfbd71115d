import { EllipsisHorizontal } from "@medusajs/icons"
import { ActionMenu, type ActionMenuProps } from "@medusajs/dashboard/components"
import { IconButton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

/** The dashboard's menu of actions behind three dots, with a name for those who do not see the dots. */
export function MoreMenu({ groups }: Pick<ActionMenuProps, "groups">) {
  const { t } = useTranslation("engage")
  return (
    <ActionMenu groups={groups}>
      <IconButton size="small" variant="transparent" aria-label={t("actions.more")}>
        <EllipsisHorizontal />
      </IconButton>
    </ActionMenu>
  )
}
