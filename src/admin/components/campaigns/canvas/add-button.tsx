import { Plus } from "@medusajs/icons"
import { DropdownMenu, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Place } from "../../../lib/campaign-graph"
import { ADD_MENU, AddMenuItems, keepFocus } from "./add-menu"

type AddButtonProps = { place: Place; tabIndex?: number; highlighted?: boolean; className?: string }

/** The + at which a step is put in. */
export function AddButton({ place, tabIndex, highlighted, className }: AddButtonProps) {
  const { t } = useTranslation("engage")
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <button
          type="button"
          tabIndex={tabIndex}
          aria-label={t(place ? "campaigns.flow.addAfter" : "campaigns.flow.addFirst")}
          className={clx(
            "bg-ui-bg-base text-ui-fg-subtle hover:text-ui-fg-base hover:border-ui-border-strong focus-visible:shadow-borders-focus flex size-6 items-center justify-center rounded-full border outline-none",
            highlighted && "border-ui-border-interactive text-ui-fg-interactive scale-125",
            className
          )}
        >
          <Plus className="size-3.5" aria-hidden />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content className={ADD_MENU} onCloseAutoFocus={keepFocus}>
        <AddMenuItems place={place} />
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
