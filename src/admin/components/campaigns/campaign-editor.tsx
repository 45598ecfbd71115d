import { ArrowUturnLeft } from "@medusajs/icons"
import { Button, IconButton, Input, Text, Tooltip, toast } from "@medusajs/ui"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import type { Campaign, CampaignPlan, CampaignStep } from "../../../types/campaign"
import { useCampaignReport, useSaveCampaign } from "../../hooks/api/campaigns"
import { useFormat } from "../../hooks/use-format"
import { useLeaveGuard } from "../../hooks/use-leave-guard"
import { useUndo } from "../../hooks/use-undo"
import { changeStep, insertStep, type Place, placesOf, removeStep } from "../../lib/campaign-graph"
import { PageHeader } from "../common/page-header"
import { Section } from "../common/states"
import { Stat } from "../common/values"
import { CampaignControls } from "./campaign-controls"
import { FlowProvider } from "./flow-context"
import { FlowView } from "./flow-view"
import { PeopleSection } from "./people-section"
import { CampaignStatusBadge } from "./status-badge"
import { StepDrawer } from "./step-drawer"
import { TriggerSection } from "./trigger-section"

/** A campaign: who comes in, the way they go, what came of it, and who is where. */
export function CampaignEditor({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const save = useSaveCampaign(campaign.id)
  const { data: report } = useCampaignReport(campaign.id, campaign.status === "live")
  const [name, setName] = useState(campaign.name)
  const history = useUndo(campaign.plan)
  const [open, setOpen] = useState<string>()
  const plan = history.value
  const editable = campaign.status !== "archived"
  const dirty =
    name.trim() !== campaign.name || JSON.stringify(plan) !== JSON.stringify(campaign.plan)
  useLeaveGuard(dirty)

  const change = (part: Partial<CampaignPlan>, tag?: string) =>
    history.set((before) => ({ ...before, ...part }), tag)
  const onStep = (step: CampaignStep, tag?: string) =>
    change({ graph: changeStep(plan.graph, open!, () => step) }, tag && `${open} ${tag}`)
  const onSave = async () => {
    try {
      await save.mutateAsync({ name: name.trim() || campaign.name, plan })
      return true
    } catch (error) {
      toast.error((error as Error).message)
      return false
    }
  }

  const flow = useMemo(
    () => ({
      graph: plan.graph,
      problems: dirty ? [] : campaign.problems,
      report,
      editable,
      shownAt: placesOf(plan.graph),
      titleOf: (id: string) => t(`campaigns.step.${plan.graph.steps[id].type}.name`),
      onSelect: setOpen,
      onInsert: (place: Place, type: CampaignStep["type"]) => {
        const { graph, id } = insertStep(plan.graph, place, type)
        history.set((before) => ({ ...before, graph }))
        setOpen(id)
      },
    }),
    [plan.graph, campaign.problems, report, dirty, editable, t]
  )

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
        badge={<CampaignStatusBadge status={campaign.status} />}
        actions={
          <>
            {editable && (
              <>
                <Tooltip content={t("actions.undo")}>
                  <IconButton
                    size="small"
                    variant="transparent"
                    aria-label={t("actions.undo")}
                    disabled={!history.canUndo}
                    onClick={history.undo}
                  >
                    <ArrowUturnLeft />
                  </IconButton>
                </Tooltip>
                <Button
                  size="small"
                  variant="secondary"
                  disabled={!dirty}
                  isLoading={save.isPending}
                  onClick={() => void onSave()}
                >
                  {t("actions.save")}
                </Button>
              </>
            )}
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
              formula={t("campaigns.report.revenueHint", { days: plan.attribution_days })}
              value={format.money(report.revenue, report.currency)}
            />
          </div>
        )}
      </PageHeader>
      <div className="grid items-start gap-3 xl:grid-cols-[1fr_380px]">
        <Section title={t("campaigns.flow.title")} description={t("campaigns.flow.description")}>
          <Problems campaign={campaign} dirty={dirty} />
          <FlowProvider value={flow}>
            <FlowView />
          </FlowProvider>
        </Section>
        <TriggerSection plan={plan} editable={editable} onChange={change} />
      </div>
      {campaign.version > 0 && <PeopleSection campaign={campaign} titleOf={flow.titleOf} />}
      <StepDrawer
        step={open ? plan.graph.steps[open] : undefined}
        editable={editable}
        onChange={onStep}
        onRemove={() => {
          change({ graph: removeStep(plan.graph, open!) })
          setOpen(undefined)
        }}
        onClose={() => setOpen(undefined)}
      />
    </div>
  )
}

function Problems({ campaign, dirty }: { campaign: Campaign; dirty: boolean }) {
  const { t } = useTranslation("engage")
  const whole = campaign.problems.filter(({ step }) => step === null)
  if (dirty || !whole.length) return null
  return (
    <div className="bg-ui-bg-subtle px-6 py-3">
      <Text size="small" weight="plus" leading="compact">
        {t("campaigns.flow.missing")}
      </Text>
      <ul className="txt-small text-ui-fg-subtle list-inside list-disc">
        {whole.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </div>
  )
}
