import { clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { CampaignStep } from "../../../types/campaign-plan"
import { useFlow } from "./flow-context"
import { SplitWinner } from "./split-winner"
import { StepNumbers } from "./step-numbers"
import { StepSummary } from "./step-summary"
import { STEP_KINDS } from "./steps/step-kinds"

/** One step of the list: what it does, what is wrong with it, and how many people came by. */
export function StepCard({ id, step }: { id: string; step: CampaignStep }) {
  const { t } = useTranslation("engage")
  const { problems, numbers, open, onOpen } = useFlow()
  const Icon = STEP_KINDS[step.type].icon
  const own = problems.filter((problem) => problem.step === id)
  return (
    <button
      type="button"
      onClick={() => onOpen(id, true)}
      className={clx(
        "bg-ui-bg-base shadow-elevation-card-rest hover:shadow-elevation-card-hover focus-visible:shadow-borders-focus flex w-[260px] flex-col gap-y-1 rounded-lg px-4 py-3 text-left outline-none",
        own.length > 0 && "ring-ui-tag-red-border ring-1",
        open === id && "ring-ui-border-interactive ring-2"
      )}
    >
      <span className="text-ui-fg-base txt-compact-small-plus flex items-center gap-x-2">
        <Icon className="text-ui-fg-subtle shrink-0" />
        {t(`campaigns.step.${step.type}.name`)}
        <SplitWinner id={id} step={step} />
      </span>
      <span className="txt-small text-ui-fg-subtle line-clamp-3 break-words">
        <StepSummary step={step} />
      </span>
      {own.map(({ message }) => (
        <span key={message} className="txt-xsmall text-ui-fg-error">
          {message}
        </span>
      ))}
      {numbers && <StepNumbers step={step} numbers={numbers.get(id)} />}
    </button>
  )
}
