import { DropdownMenu, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Place } from "../../../lib/campaign-graph"
import { useFlow } from "../flow-context"
import { STEP_GROUPS, STEP_KINDS, STEP_TYPES } from "../steps/step-kinds"

/** Every type of step, to be put in at a place. */
export function AddMenuItems({ place }: { place: Place }) {
  const { t } = useTranslation("engage")
  const { actions } = useFlow()
  return STEP_GROUPS.map((group) => (
    <DropdownMenu.Group key={group}>
      <DropdownMenu.Label>{t(`builder.group.${group}`)}</DropdownMenu.Label>
      {STEP_TYPES.filter((type) => STEP_KINDS[type].group === group).map((type) => {
        const Icon = STEP_KINDS[type].icon
        return (
          <DropdownMenu.Item
            key={type}
            className="items-start gap-x-2"
            onClick={() => actions.insert(place, type)}
          >
            <Icon className="text-ui-fg-subtle mt-0.5 shrink-0" />
            <span className="flex min-w-0 flex-col">
              {t(`campaigns.step.${type}.name`)}
              <Text as="span" size="xsmall" className="text-ui-fg-subtle text-pretty">
                {t(`campaigns.step.${type}.hint`)}
              </Text>
            </span>
          </DropdownMenu.Item>
        )
      })}
    </DropdownMenu.Group>
  ))
}

/** The box that the list of steps opens in. */
export const ADD_MENU =
  "max-h-[min(420px,var(--radix-dropdown-menu-content-available-height))] w-[300px] overflow-y-auto"

/** The keyboard goes on in what a new step opens, not back to the button of the list. */
export const keepFocus = (event: Event) => event.preventDefault()
