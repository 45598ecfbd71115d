import { Button, Input, clx } from "@medusajs/ui"
import { useMemo, useState } from "react"
import { StatusOf } from "../common/badges"
import { useTranslation } from "react-i18next"
import type { Campaign } from "../../../types/campaign"
import type { CampaignPlan, CampaignStep } from "../../../types/campaign-plan"
import { useCampaignReport, usePlanProblems } from "../../hooks/api/campaigns"
import { useDebounced } from "../../hooks/use-debounced"
import { useFormat } from "../../hooks/use-format"
import { useUndo } from "../../hooks/use-undo"
import { placesOf, setStep } from "../../lib/campaign-graph"
import { TRIGGER } from "../../lib/campaign-layout"
import { PageHeader } from "../common/page-header"
import { SaveNote } from "../common/save-note"
import { Stat } from "../common/values"
import { CampaignControls } from "./campaign-controls"
import { useFlowActions } from "./canvas/use-flow-actions"
import { FlowProvider } from "./flow-context"
import { FlowSection, type NumbersOf } from "./flow-section"
import { HoldoutSection } from "./holdout-section"
import { LostFiles } from "./lost-files"
import { PeopleSection } from "./people-section"
import { SimulateDrawer } from "./simulate-drawer"
import { StageSelect } from "./stage-select"
import { EndedRow } from "./ended-row"
import { EntryRow } from "./entry-row"
import { BesideFlow, StepPanel } from "./step-panel"
import { TriggerSection } from "./trigger-section"
import { useSavedCampaign } from "./use-saved-campaign"

const DAY_MS = 86_400_000

/** A campaign: who comes in, the way they go, what came of it, and who is where. */
export function CampaignEditor({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const live = campaign.status === "live"
  const { data: report } = useCampaignReport(campaign.id, live)
  const [numbersOf, setNumbersOf] = useState<NumbersOf>({ period: "all", version: null })
  const numbers = useNumbers(campaign, numbersOf)
  const [name, setName] = useState(campaign.name)
  const [stage, setStage] = useState(campaign.stage)
  const history = useUndo(campaign.plan)
  const [open, setOpen] = useState<{ id: string; focused: boolean } | undefined>(
    campaign.version ? undefined : { id: TRIGGER, focused: false }
  )
  const plan = history.value
  const editable = campaign.status !== "archived"
  const draft = useMemo(
    () => ({ name: name.trim() || campaign.name, stage, plan }),
    [name, stage, plan, campaign.name]
  )
  const { dirty, saved, saving, onSave } = useSavedCampaign(campaign, draft)
  const problems = useProblems(campaign, plan, dirty)

  const onOpen = (id: string, focused = false) => setOpen({ id, focused })
  const actions = useFlowActions(history, (id) => onOpen(id, true))
  const change = (part: Partial<CampaignPlan>, tag?: string) =>
    history.set((before) => ({ ...before, ...part }), tag)
  const onStep = (id: string, step: CampaignStep, tag?: string) =>
    change({ graph: setStep(plan.graph, id, step) }, tag && `${id} ${tag}`)
  const onClose = () => {
    const id = open?.id
    setOpen(undefined)
    // Back to where the keyboard was.
    document.querySelector<HTMLElement>(`[data-node="${id}"]`)?.focus()
  }

  const shownAt = useMemo(() => placesOf(plan.graph), [plan.graph])
  const { split_tests: splitTests } = campaign
  const currency = report?.currency
  const shown = { plan, problems, numbers, currency, splitTests, editable, shownAt }
  const flow = { ...shown, open: open?.id, onOpen, actions }
  const step = open && plan.graph.steps[open.id]
  const beside = step || open?.id === TRIGGER

  return (
    <div className="flex flex-col gap-y-3">
      <PageHeader
        title={
          <Input
            aria-label={t("campaigns.name")}
            disabled={!editable}
            value={name}
            maxLength={200}
            className="md:w-[360px]"
            onChange={({ target }) => setName(target.value)}
          />
        }
        badge={
          <>
            <StatusOf status={campaign.status} />
            <StageSelect stage={stage} disabled={!editable} onChange={setStage} />
          </>
        }
        actions={
          <>
            {editable && <SaveNote save={dirty ? saved : { state: "saved" }} />}
            {editable && (
              <Button
                size="small"
                variant="secondary"
                disabled={!dirty}
                isLoading={saving}
                onClick={() => void onSave()}
              >
                {t("actions.save")}
              </Button>
            )}
            <SimulateDrawer campaign={campaign} plan={plan} problems={problems} />
            <CampaignControls campaign={campaign} dirty={dirty} onSave={onSave} />
          </>
        }
      >
        {report && report.entered > 0 && (
          <div className="grid grid-cols-2 gap-4 px-6 py-4 md:grid-cols-4">
            <Stat label={t("campaigns.report.entered")} value={format.number(report.entered)} />
            <Stat label={t("campaigns.report.inside")} value={format.number(report.inside)} />
            <Stat label={t("campaigns.report.orders")} value={format.number(report.orders)} />
            <Stat
              label={t("campaigns.report.revenue")}
              formula={t("campaigns.report.revenueHint")}
              value={format.money(report.revenue, report.currency)}
            />
            {report.cost && (
              <>
                <Stat
                  label={t("cost.cost")}
                  formula={t("cost.formula")}
                  value={format.money(report.cost.total, report.currency)}
                  note={
                    report.cost.per_order !== null
                      ? t("cost.perOrder", {
                          amount: format.money(report.cost.per_order, report.currency),
                        })
                      : undefined
                  }
                />
                <Stat
                  label={t("cost.profit")}
                  formula={t("cost.profitFormula")}
                  value={format.money(report.cost.profit, report.currency)}
                />
              </>
            )}
          </div>
        )}
        {report?.entry && <EntryRow entry={report.entry} />}
        {report && <EndedRow ended={report.ended} />}
      </PageHeader>
      {report && <LostFiles files={report.lost_files} onStep={onOpen} />}
      <FlowProvider value={flow}>
        <div
          className={clx("grid items-start gap-3", beside && "xl:grid-cols-[minmax(0,1fr)_380px]")}
        >
          <FlowSection
            version={campaign.version}
            numbersOf={numbersOf}
            onNumbersOf={setNumbersOf}
          />
          {beside && (
            <BesideFlow
              key={open.id}
              label={t("builder.settings")}
              focused={open.focused}
              onClose={onClose}
            >
              {step ? (
                <StepPanel
                  id={open.id}
                  step={step}
                  problems={problems.filter((problem) => problem.step === open.id)}
                  editable={editable}
                  onChange={(next, tag) => onStep(open.id, next, tag)}
                  onDuplicate={() => actions.duplicate(open.id)}
                  onRemove={() => {
                    actions.remove([open.id])
                    setOpen(undefined)
                  }}
                  onClose={onClose}
                />
              ) : (
                <TriggerSection
                  campaignId={campaign.id}
                  plan={plan}
                  editable={editable}
                  onChange={change}
                />
              )}
            </BesideFlow>
          )}
        </div>
      </FlowProvider>
      <HoldoutSection campaign={campaign} />
      {campaign.version > 0 && <PeopleSection campaign={campaign} />}
    </div>
  )
}

/** What is wrong with the draft as it is on the screen. */
function useProblems(campaign: Campaign, plan: CampaignPlan, dirty: boolean) {
  const settled = useDebounced(plan)
  const { data } = usePlanProblems(settled, dirty)
  return dirty ? (data ?? campaign.problems) : campaign.problems
}

/** What happened at each step in a time and version; `undefined` while nothing can have. */
function useNumbers(campaign: Campaign, { period, version }: NumbersOf) {
  const days = Number(period) || undefined
  const from = useMemo(
    () => (days ? new Date(Date.now() - days * DAY_MS).toISOString() : undefined),
    [days]
  )
  const query = { from, version: version ?? undefined }
  const { data } = useCampaignReport(campaign.id, campaign.status === "live", query)
  return useMemo(() => {
    if (!campaign.version || period === "none") return undefined
    return new Map(data?.steps.map((one) => [one.step, one]))
  }, [data, campaign.version, period])
}
