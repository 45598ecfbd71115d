import { Button, Drawer, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Campaign, CampaignProblem } from "../../../types/campaign"
import type { CampaignPlan } from "../../../types/campaign-plan"
import type { Simulation } from "../../../types/campaign-flow"
import { useSimulation } from "../../hooks/api/campaigns"
import { useFormat } from "../../hooks/use-format"
import { walk } from "../../lib/campaign-graph"
import { EmptyState, ErrorState, RowsSkeleton } from "../common/states"
import { Stat } from "../common/values"
import { personName, ProfilePicker } from "../picker/profile-picker"
import { isOnly, wayName } from "./flow-context"
import { WalkCard } from "./walk-card"

type SimulateDrawerProps = {
  campaign: Campaign
  plan: CampaignPlan
  /** What is still missing, which may keep the campaign from being tried. */
  problems: CampaignProblem[]
}

/** Tries the campaign as it is on the screen with one person, or with the last who would have come in. */
export function SimulateDrawer({ campaign, plan, problems }: SimulateDrawerProps) {
  const { t } = useTranslation("engage")
  const [open, setOpen] = useState(false)
  const [person, setPerson] = useState<{ id: string; name: string }>()
  const { data, error, refetch, isFetching } = useSimulation(
    { campaign_id: campaign.id, plan, profile_id: person?.id },
    open
  )
  return (
    <Drawer open={open} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary">
          {t("builder.simulate.action")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("builder.simulate.title")}</Drawer.Title>
          <Drawer.Description>{t("builder.simulate.description")}</Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
          <div className="flex flex-wrap items-center gap-2">
            <ProfilePicker
              label={t("builder.simulate.person")}
              current={person?.name ?? t("builder.simulate.everybody")}
              onPick={(profile) => setPerson({ id: profile.id, name: personName(profile) })}
              className="min-h-8 flex-1"
            />
            {person && (
              <Button size="small" variant="transparent" onClick={() => setPerson(undefined)}>
                {t("builder.simulate.backToAll")}
              </Button>
            )}
          </div>
          {error && problems.length ? (
            <Unfinished problems={problems} plan={plan} />
          ) : error ? (
            <ErrorState error={error} onRetry={refetch} />
          ) : !data || isFetching ? (
            <RowsSkeleton rows={6} />
          ) : (
            <Outcome simulation={data} plan={plan} one={Boolean(person)} />
          )}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}

function Unfinished({ problems, plan }: Pick<SimulateDrawerProps, "problems" | "plan">) {
  const { t } = useTranslation("engage")
  const said = problems.map(({ step, message }) => {
    const type = step && plan.graph.steps[step]?.type
    return type ? `${t(`campaigns.step.${type}.name`)}: ${message}` : message
  })
  return <EmptyState title={t("builder.simulate.unfinished")} description={`${said.join(". ")}.`} />
}

type OutcomeProps = { simulation: Simulation; plan: CampaignPlan; one: boolean }

function Outcome({ simulation, plan, one }: OutcomeProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { people, messages, walks, ended, may_enter } = simulation
  if (!people)
    return (
      <Text size="small" className="text-ui-fg-subtle">
        {t("builder.simulate.nobody")}
      </Text>
    )
  return (
    <>
      {!one && (
        <div className="grid grid-cols-3 gap-4">
          <Stat label={t("builder.simulate.people")} value={format.number(people)} />
          <Stat label={t("builder.simulate.messages")} value={format.number(messages)} />
          <Stat label={t("builder.simulate.finished")} value={format.number(ended.finished ?? 0)} />
        </div>
      )}
      {may_enter === false && (
        <Text size="small" className="text-ui-tag-orange-text">
          {t("builder.simulate.mayNot")}
        </Text>
      )}
      {!one && <StepList simulation={simulation} plan={plan} />}
      <div className="flex flex-col gap-y-3">
        {!one && (
          <Text size="small" weight="plus" leading="compact">
            {t("builder.simulate.walks", { count: walks.length })}
          </Text>
        )}
        {walks.map((walk) => (
          <WalkCard key={walk.person.id} walk={walk} plan={plan} messages={one} />
        ))}
      </div>
    </>
  )
}

function StepList({ simulation, plan }: Omit<OutcomeProps, "one">) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const byStep = new Map(simulation.steps.map((one) => [one.step, one]))
  return (
    <div className="flex flex-col gap-y-2">
      <Text size="small" weight="plus" leading="compact">
        {t("builder.simulate.steps")}
      </Text>
      <ul className="divide-y rounded-lg border">
        {walk(plan.graph).map((id) => {
          const step = plan.graph.steps[id]
          const { came = 0, passed = {} } = byStep.get(id) ?? {}
          const ways = Object.entries(passed).filter(([way]) => !isOnly(way))
          return (
            <li key={id} className="flex items-start justify-between gap-x-4 px-3 py-2">
              <div className="min-w-0">
                <Text size="small" leading="compact">
                  {t(`campaigns.step.${step.type}.name`)}
                </Text>
                <Text size="xsmall" className="text-ui-fg-subtle">
                  {ways
                    .map(([way, count]) => `${wayName(t, step, way)}: ${format.number(count)}`)
                    .join(" · ")}
                </Text>
              </div>
              <span className="txt-compact-small tabular-nums">{format.number(came)}</span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
