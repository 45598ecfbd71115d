import { Bolt } from "@medusajs/icons"
import { clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { TRIGGER } from "../../lib/campaign-layout"
import { useFlow } from "./flow-context"
import { RulesSummary } from "./steps/rules-summary"
import { TriggerSummary } from "./trigger-summary"

/** What lets people in, to what it is set, and who may come how often. */
export function TriggerText() {
  const { t } = useTranslation("engage")
  const { plan } = useFlow()
  const { trigger, entry_rules, reentry, holdout } = plan
  return (
    <>
      <span className="text-ui-fg-subtle txt-compact-xsmall-plus flex items-center gap-x-2">
        <Bolt className="text-ui-tag-orange-icon shrink-0" />
        {t("builder.trigger")}
      </span>
      <span className="txt-compact-small-plus text-ui-fg-base line-clamp-1">
        {trigger ? t(`campaignTriggers.name.${trigger.type}`) : t("campaigns.noTrigger")}
      </span>
      <span className="txt-compact-small text-ui-fg-subtle line-clamp-1">
        {trigger && <TriggerSummary trigger={trigger} />}
      </span>
      <span className="txt-compact-small text-ui-fg-subtle line-clamp-1">
        {t(`campaigns.reentry.${reentry.mode}`)}
        {holdout ? ` · ${t("campaigns.holdout.onCard", { share: holdout })}` : ""}
      </span>
      {entry_rules && (
        <span className="txt-compact-small text-ui-fg-subtle line-clamp-2">
          <RulesSummary rules={entry_rules} />
        </span>
      )}
    </>
  )
}

/** What lets people in, at the head of the list. */
export function TriggerCard() {
  const { problems, open, onOpen } = useFlow()
  const own = problems.filter(({ step }) => step === null)
  return (
    <button
      type="button"
      onClick={() => onOpen(TRIGGER, true)}
      className={clx(
        "bg-ui-bg-base shadow-elevation-card-rest hover:shadow-elevation-card-hover focus-visible:shadow-borders-focus flex w-[260px] flex-col gap-y-1 rounded-lg px-4 py-3 text-left outline-none",
        own.length > 0 && "ring-ui-tag-red-border ring-1",
        open === TRIGGER && "ring-ui-border-interactive ring-2"
      )}
    >
      <TriggerText />
    </button>
  )
}
