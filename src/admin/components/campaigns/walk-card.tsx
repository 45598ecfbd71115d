import { Badge, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { CampaignPlan } from "../../../types/campaign-plan"
import type { SimulatedWalk } from "../../../types/campaign-flow"
import { isSendingChannel } from "../../../types/common"
import { Time } from "../common/values"
import { personName } from "../picker/profile-picker"
import { isOnly, wayName } from "./flow-context"
import { WalkMessage } from "./walk-message"

type WalkCardProps = {
  walk: SimulatedWalk
  plan: CampaignPlan
  /** Whether the messages are shown as the person would get them. */
  messages: boolean
}

/** The way one person would go, with its times. */
export function WalkCard({ walk, plan, messages }: WalkCardProps) {
  const { t } = useTranslation("engage")
  return (
    <article className="rounded-lg border px-3 py-2">
      <header className="flex items-center justify-between gap-x-2 pb-2">
        <Text size="small" weight="plus" leading="compact" className="truncate">
          {personName(walk.person)}
        </Text>
        <Badge size="2xsmall">
          {t(`campaigns.reason.${walk.reason}`, { defaultValue: walk.reason })}
        </Badge>
      </header>
      <ol className="txt-compact-small text-ui-fg-subtle flex flex-col gap-y-1">
        <Moment at={walk.entered_at} what={t("builder.simulate.comesIn")} />
        {walk.path.map(({ step, way, at, why }, i) => {
          const one = plan.graph.steps[step]
          const name = one ? t(`campaigns.step.${one.type}.name`) : step
          const taken = isOnly(way) || !one ? "" : `: ${wayName(t, one, way)}`
          const sent = one && isSendingChannel(one.type) && !["not_sent", "left"].includes(way)
          return (
            <Moment
              key={i}
              at={at}
              what={`${name}${taken}`}
              why={why ? t(`broadcasts.reason.${why}`, { defaultValue: why }) : undefined}
            >
              {messages && sent && "template_id" in one && one.template_id && (
                <WalkMessage template={one.template_id} person={walk.person.id} />
              )}
            </Moment>
          )
        })}
      </ol>
    </article>
  )
}

type MomentProps = { at: string; what: string; why?: string; children?: ReactNode }

function Moment({ at, what, why, children }: MomentProps) {
  return (
    <li className="grid grid-cols-[168px_1fr] gap-x-3">
      <span className="tabular-nums">
        <Time at={at} />
      </span>
      <span className="text-ui-fg-base">
        {what}
        {why && <span className="text-ui-fg-subtle"> ({why})</span>}
      </span>
      {children && <div className="col-span-2 py-2">{children}</div>}
    </li>
  )
}
