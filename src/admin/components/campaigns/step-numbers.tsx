import { clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { CampaignStep, StepReport } from "../../../types/campaign"
import { isSendingChannel } from "../../../types/common"
import { useFormat } from "../../hooks/use-format"

type Shown = "came" | "here" | "passed" | "sent" | "opened" | "clicked" | "ordered" | "redeemed"
const PEOPLE: Shown[] = ["came", "here", "passed"]
const MESSAGES: Shown[] = ["sent", "opened", "clicked", "ordered"]

const CODES: Shown[] = ["redeemed"]

/** Whether a step sends, and so has the numbers of messages. */
export function sends(step: CampaignStep, numbers: StepReport | undefined): boolean {
  return isSendingChannel(step.type) || (numbers?.sent ?? 0) > 0
}

/** What happened at a step: who came, is there and went on, and of messages what became of them. */
export function StepNumbers({
  step,
  numbers,
}: {
  step: CampaignStep
  numbers: StepReport | undefined
}) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const values: Record<Shown, number> = {
    came: numbers?.came ?? 0,
    here: numbers?.here ?? 0,
    passed: Object.values(numbers?.passed ?? {}).reduce((sum, people) => sum + people, 0),
    sent: numbers?.sent ?? 0,
    opened: numbers?.opened ?? 0,
    clicked: numbers?.clicked ?? 0,
    ordered: numbers?.ordered ?? 0,
    redeemed: numbers?.redeemed ?? 0,
  }
  const row = (keys: Shown[]) => (
    <span className={clx("grid gap-x-2", keys.length === 4 ? "grid-cols-4" : "grid-cols-3")}>
      {keys.map((key) => (
        <span key={key} className="flex min-w-0 flex-col">
          <span
            className={clx(
              "txt-compact-xsmall-plus tabular-nums",
              values[key] ? "text-ui-fg-base" : "text-ui-fg-subtle"
            )}
          >
            {format.number(values[key])}
          </span>
          <span className="txt-compact-xsmall text-ui-fg-subtle truncate">
            {t(`builder.number.${key}`)}
          </span>
        </span>
      ))}
    </span>
  )
  return (
    <span className="flex flex-col gap-y-1.5">
      {row(PEOPLE)}
      {sends(step, numbers) && row(MESSAGES)}
      {step.type === "promo" && row(CODES)}
    </span>
  )
}
