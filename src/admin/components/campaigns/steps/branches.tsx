import { Button, Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { EMPTY_RULES, type Rules } from "../../../../rules/ast"
import { RuleField } from "../rule-field"
import { RulesSummary } from "./rules-summary"
import type { StepFieldsProps, StepForm, StepOf } from "./step-form"
import { WayCounts } from "./way-counts"
import { withWays } from "./ways"

const MOST = 8
const nameOf = (i: number) => String.fromCharCode(65 + i)

function Fields({ step, onChange }: StepFieldsProps<"branches">) {
  const { t } = useTranslation("engage")
  const put = (branches: Rules[], tag?: string) =>
    onChange({ ...step, branches, next: withWays(step.next, branches.length, "else") }, tag)
  return (
    <>
      {step.branches.map((rules, i) => (
        <section key={i} className="flex flex-col gap-y-2">
          <div className="flex items-center justify-between">
            <Heading level="h3" className="txt-compact-small-plus">
              {t("campaignSteps.branches.branch", { name: nameOf(i) })}
            </Heading>
            {step.branches.length > 2 && (
              <Button
                size="small"
                variant="transparent"
                onClick={() => put(step.branches.filter((_, at) => at !== i))}
              >
                {t("campaignSteps.remove")}
              </Button>
            )}
          </div>
          <RuleField
            rules={rules}
            onChange={(changed, tag) =>
              put(
                step.branches.map((one, at) => (at === i ? changed : one)),
                tag && `branch ${i} ${tag}`
              )
            }
          />
        </section>
      ))}
      {step.branches.length < MOST && (
        <Button
          size="small"
          variant="secondary"
          className="w-fit"
          onClick={() => put([...step.branches, EMPTY_RULES])}
        >
          {t("campaignSteps.branches.add")}
        </Button>
      )}
      <WayCounts
        rules={step.branches}
        names={step.branches.map((_, i) => t("campaignSteps.branches.branch", { name: nameOf(i) }))}
        rest={t("campaigns.way.else")}
      />
    </>
  )
}

function Summary({ step }: { step: StepOf<"branches"> }) {
  return (
    <>
      {step.branches.map((rules, i) => (
        <span key={i} className="block">
          {nameOf(i)}: <RulesSummary rules={rules} />
        </span>
      ))}
    </>
  )
}

/** Sorting people by several rules. */
export const branches: StepForm<"branches"> = { Fields, Summary }
