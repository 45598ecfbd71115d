import { Input, Label } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Broadcast } from "../../../types/broadcast"
import type { BroadcastPlan } from "../../../types/broadcast-plan"
import { type BroadcastInput, useUpdateBroadcast } from "../../hooks/api/broadcasts"
import { useAutosave } from "../../hooks/use-autosave"
import { useLeaveGuard } from "../../hooks/use-leave-guard"
import { StatusOf } from "../common/badges"
import { PageHeader } from "../common/page-header"
import { SaveNote } from "../common/save-note"
import { Section } from "../common/states"
import { TestDrawer } from "../message/test-drawer"
import { CascadeFields } from "../cascade/cascade-fields"
import { AbSection } from "./ab-section"
import { AudienceSection } from "./audience-section"
import { BroadcastMenu } from "./broadcast-menu"
import { ChannelSection } from "./channel-section"
import { ContentSection } from "./content-section"
import { Countdown, TakeBack } from "./countdown"
import { GoalSection } from "./goal-section"
import { LimitsSection } from "./limits-section"
import { ReviewPanel } from "./review-panel"
import { ScheduleSection } from "./schedule-section"
import { SeriesSection } from "./series-section"
import { SettingsSection } from "./settings-section"

/** The review beside follows what is saved: sooner than where nothing does. */
const PAUSE_MS = 500

const inputOf = (broadcast: Broadcast): Required<BroadcastInput> => ({
  name: broadcast.name,
  channel: broadcast.channel,
  topic: broadcast.topic,
  segment_id: broadcast.segment?.id ?? null,
  exclude_segment_ids: broadcast.exclude_segments.map((segment) => segment.id),
  template_id: broadcast.template?.id ?? null,
  attribution_days: broadcast.attribution_days,
  attribution_terms: broadcast.attribution_terms,
  plan: broadcast.plan,
})

/** Prepares a broadcast: whom it goes to, what it says, how it counts. Each change is saved by itself. */
export function BroadcastDraft({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useTranslation("engage")
  const [draft, setDraft] = useState(() => inputOf(broadcast))
  const { mutateAsync } = useUpdateBroadcast(broadcast.id)
  const save = useAutosave(draft, mutateAsync, ({ name }) => name.trim() !== "", PAUSE_MS)
  const unsaved = save.state !== "saved"
  useLeaveGuard(unsaved)
  const set = (changes: Partial<BroadcastInput>) =>
    setDraft((before) => ({ ...before, ...changes }) as Required<BroadcastInput>)
  const plan = { ...broadcast.plan, ...draft.plan }
  const setPlan = (changes: Partial<BroadcastPlan>) => set({ plan: { ...plan, ...changes } })

  return (
    <div className="flex flex-col gap-y-3">
      <PageHeader
        title={broadcast.name}
        badge={<StatusOf status={broadcast.status} />}
        description={broadcast.status === "scheduled" && <Countdown broadcast={broadcast} />}
        actions={
          <>
            <SaveNote save={save} />
            {broadcast.status === "scheduled" && <TakeBack broadcast={broadcast} />}
            <TestDrawer
              channel={broadcast.channel}
              templateId={broadcast.template?.id}
              path={`/broadcasts/${broadcast.id}`}
              description={t("broadcasts.test.description")}
            />
            <BroadcastMenu broadcast={broadcast} />
          </>
        }
      />
      <div className="grid grid-cols-1 items-start gap-3 xl:grid-cols-[minmax(0,1fr)_440px]">
        <div className="flex flex-col gap-y-3">
          <Section
            title={t("broadcasts.section.name")}
            description={t("broadcasts.section.nameHint")}
          >
            <div className="px-6 py-4">
              <Label htmlFor="broadcast-name" className="sr-only">
                {t("broadcasts.columns.name")}
              </Label>
              <Input
                id="broadcast-name"
                value={draft.name}
                aria-invalid={!draft.name.trim()}
                onChange={(event) => set({ name: event.target.value })}
              />
            </div>
          </Section>
          <AudienceSection
            broadcast={broadcast}
            segmentId={draft.segment_id}
            excludeIds={draft.exclude_segment_ids}
            onChange={set}
          />
          <ChannelSection
            channel={draft.channel}
            onChange={(channel) =>
              set({ channel, template_id: null, plan: { ...plan, ab: null, cascade: [] } })
            }
          />
          <ContentSection channel={draft.channel} templateId={draft.template_id} onChange={set} />
          <Section title={t("cascade.title")} description={t("cascade.hint")}>
            <div className="px-6 py-4">
              <CascadeFields
                first={draft.channel}
                steps={plan.cascade}
                onChange={(cascade) => setPlan({ cascade })}
              />
            </div>
          </Section>
          <AbSection
            channel={draft.channel}
            templateId={draft.template_id}
            ab={plan.ab}
            onChange={setPlan}
          />
          <ScheduleSection
            plan={plan}
            scheduled={broadcast.status === "scheduled"}
            onChange={setPlan}
          />
          {broadcast.series_id && <SeriesSection broadcast={broadcast} />}
          <LimitsSection plan={plan} onChange={setPlan} />
          <GoalSection goal={plan.goal} onChange={setPlan} />
          <SettingsSection
            channel={draft.channel}
            sender={plan.sender}
            onSender={(sender) => setPlan({ sender })}
            topic={draft.topic}
            id={broadcast.id}
            attribution={{ days: draft.attribution_days, terms: draft.attribution_terms }}
            onChange={set}
          />
        </div>
        <div className="xl:sticky xl:top-0">
          <ReviewPanel broadcast={broadcast} pending={unsaved} />
        </div>
      </div>
    </div>
  )
}
