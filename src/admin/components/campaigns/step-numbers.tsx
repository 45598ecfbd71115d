import { clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { StepReport } from "../../../types/campaign"
import type { CampaignStep } from "../../../types/campaign-plan"
import { isSendingChannel } from "../../../types/common"
import { useFormat } from "../../hooks/use-format"
import { useFlow } from "./flow-context"

type Counted = "came" | "here" | "passed" | "sent" | "opened" | "clicked" | "ordered" | "redeemed"
type Shown = Counted | "revenue"
const PEOPLE: Shown[] = ["came", "here", "passed"]
const MESSAGES: Shown[] = ["sent", "opened", "clicked"]
const SALES: Shown[] = ["ordered", "revenue"]

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
  const { currency } = useFlow()
  const values: Record<Shown, number> = {
    came: numbers?.came ?? 0,
    here: numbers?.here ?? 0,
    passed: Object.values(numbers?.passed ?? {}).reduce((sum, people) => sum + people, 0),
    sent: numbers?.sent ?? 0,
    opened: numbers?.opened ?? 0,
    clicked: numbers?.clicked ?? 0,
    ordered: numbers?.ordered ?? 0,
    revenue: numbers?.revenue ?? 0,
    redeemed: numbers?.redeemed ?? 0,
  }
  const row = (keys: Shown[]) => (
    <span className="grid grid-cols-3 gap-x-2">
      {keys.map((key) => (
        <span key={key} className="flex min-w-0 flex-col">
          <span
            className={clx(
              "txt-compact-xsmall-plus tabular-nums",
              values[key] ? "text-ui-fg-base" : "text-ui-fg-subtle"
            )}
          >
            {key === "revenue" && currency
              ? format.moneyCompact(values[key], currency)
              : format.number(values[key])}
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
      {sends(step, numbers) && row(SALES)}
      {step.type === "promo" && row(CODES)}
    </span>
  )
}
