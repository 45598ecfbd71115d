import { Input, Text, clx } from "@medusajs/ui"
import { type DragEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import type { StepType } from "../../../../types/campaign-plan"
import { STEP_GROUPS, STEP_KINDS, STEP_TYPES } from "../steps/step-kinds"

/** By which a step that is dragged from the palette is known. */
export const DRAGGED_STEP = "application/x-engage-step"

/** Every type of step, to be dragged onto a way, or pressed to follow the step where the keyboard is. */
export function Palette({ onAdd }: { onAdd: (type: StepType) => void }) {
  const { t } = useTranslation("engage")
  const [text, setText] = useState("")
  const name = (type: StepType) => t(`campaigns.step.${type}.name`)
  const found = STEP_TYPES.filter((type) =>
    `${name(type)} ${t(`campaigns.step.${type}.hint`)}`
      .toLowerCase()
      .includes(text.trim().toLowerCase())
  )
  const onDragStart = (event: DragEvent, type: StepType) => {
    event.dataTransfer.setData(DRAGGED_STEP, type)
    event.dataTransfer.effectAllowed = "copy"
  }
  return (
    <nav
      aria-label={t("builder.palette")}
      className="bg-ui-bg-base hidden h-full w-[196px] shrink-0 flex-col gap-y-3 overflow-y-auto border-r p-3 sm:flex"
    >
      <Input
        type="search"
        size="small"
        data-palette-search
        aria-label={t("builder.search")}
        placeholder={t("builder.search")}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {STEP_GROUPS.map((group) => {
        const types = found.filter((type) => STEP_KINDS[type].group === group)
        if (!types.length) return null
        return (
          <div key={group} className="flex flex-col gap-y-1">
            <Text size="xsmall" leading="compact" weight="plus" className="text-ui-fg-subtle px-1">
              {t(`builder.group.${group}`)}
            </Text>
            {types.map((type) => {
              const Icon = STEP_KINDS[type].icon
              return (
                <button
                  key={type}
                  type="button"
                  draggable
                  title={t(`campaigns.step.${type}.hint`)}
                  onDragStart={(event) => onDragStart(event, type)}
                  onClick={() => onAdd(type)}
                  className={clx(
                    "bg-ui-bg-base txt-compact-small text-ui-fg-base hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus",
                    "flex cursor-grab items-center gap-x-2 rounded-md border px-2 py-1.5 text-left outline-none active:cursor-grabbing"
                  )}
                >
                  <Icon className="text-ui-fg-subtle shrink-0" />
                  <span className="min-w-0 truncate">{name(type)}</span>
                </button>
              )
            })}
          </div>
        )
      })}
      {!found.length && (
        <Text size="small" className="text-ui-fg-subtle px-1">
          {t("builder.noStep")}
        </Text>
      )}
    </nav>
  )
}
