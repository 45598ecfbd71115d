import { SquareTwoStack, Trash, XMark } from "@medusajs/icons"
import { Button, Container, Heading, IconButton, Text, Tooltip } from "@medusajs/ui"
import { type ReactNode, useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import { checkRules } from "../../../rules/check"
import type { CampaignProblem } from "../../../types/campaign"
import type { CampaignStep } from "../../../types/campaign-plan"
import { useRegistry } from "../../hooks/api/attributes"
import { useForCampaign } from "../../hooks/use-for-campaign"
import { useFlow } from "./flow-context"
import { SplitResult } from "./split-result"
import { StepFields } from "./step-fields"

type StepPanelProps = {
  id: string
  step: CampaignStep
  problems: CampaignProblem[]
  editable: boolean
  onChange: (step: CampaignStep, tag?: string) => void
  onDuplicate: () => void
  onRemove: () => void
  onClose: () => void
}

/** Settings of one step beside the flow; what is changed counts at once and can be undone. */
export function StepPanel({
  id,
  step,
  problems,
  editable,
  onChange,
  onDuplicate,
  onRemove,
  onClose,
}: StepPanelProps) {
  const { t } = useTranslation("engage")
  const { splitTests } = useFlow()
  const campaign = useForCampaign()
  const unsaid = useUnsaid(step, problems)
  return (
    <Container className="divide-y p-0">
      <div className="flex items-start justify-between gap-x-2 px-6 py-4">
        <div className="min-w-0">
          <Heading level="h2">{t(`campaigns.step.${step.type}.name`)}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t(`campaigns.step.${step.type}.hint`)}
          </Text>
        </div>
        <IconButton
          size="small"
          variant="transparent"
          aria-label={t("builder.closePanel")}
          onClick={onClose}
        >
          <XMark />
        </IconButton>
      </div>
      <div className="flex flex-col gap-y-4 px-6 py-4">
        {unsaid.map(({ message }) => (
          <Text key={message} size="small" className="text-ui-fg-error">
            {message}
          </Text>
        ))}
        <fieldset key={id} disabled={!editable} className="contents">
          <StepFields step={step} onChange={onChange} />
        </fieldset>
        {campaign && step.type === "split" && step.winner && id in splitTests && (
          <SplitResult campaign={campaign} step={id} editable={editable} />
        )}
      </div>
      <div className="flex items-center justify-between gap-x-2 px-6 py-4">
        {editable ? (
          <div className="flex gap-x-1">
            <Tooltip content={t("campaigns.flow.remove")}>
              <IconButton
                size="small"
                variant="transparent"
                aria-label={t("campaigns.flow.remove")}
                onClick={onRemove}
              >
                <Trash />
              </IconButton>
            </Tooltip>
            <Tooltip content={t("actions.duplicate")}>
              <IconButton
                size="small"
                variant="transparent"
                aria-label={t("actions.duplicate")}
                onClick={onDuplicate}
              >
                <SquareTwoStack />
              </IconButton>
            </Tooltip>
          </div>
        ) : (
          <span />
        )}
        <Button size="small" variant="secondary" onClick={onClose}>
          {t("campaigns.flow.done")}
        </Button>
      </div>
    </Container>
  )
}

/** The problems of a step but for those that stand where its rule is built. */
function useUnsaid(step: CampaignStep, problems: CampaignProblem[]): CampaignProblem[] {
  const { data: registry } = useRegistry()
  const rules = step.type === "filter" ? [step.rules ?? []].flat() : []
  const all = step.type === "branches" ? step.branches : rules
  const said = registry ? all.flatMap((one) => checkRules(one, registry)) : []
  return problems.filter(({ message }) => !said.some((one) => one.message === message))
}

type BesideFlowProps = { label: string; focused: boolean; onClose: () => void; children: ReactNode }

/** The column beside the flow. Escape closes it; the keyboard goes on in it when it was opened by a key. */
export function BesideFlow({ label, focused, onClose, children }: BesideFlowProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!focused) return
    // After a menu that is closing has let go of the keyboard.
    const timer = setTimeout(() => box.current?.focus())
    return () => clearTimeout(timer)
  }, [focused, label])
  return (
    <section
      ref={box}
      aria-label={label}
      tabIndex={-1}
      className="focus-visible:shadow-borders-focus rounded-lg outline-none xl:sticky xl:top-3 xl:max-h-[calc(100vh-90px)] xl:overflow-y-auto"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return
        event.stopPropagation()
        onClose()
      }}
    >
      {children}
    </section>
  )
}
