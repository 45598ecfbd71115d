import { CheckCircleSolid, ExclamationCircleSolid, XCircleSolid } from "@medusajs/icons"
import { Button, Container, Heading, Text, clx, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Broadcast, BroadcastReview, ReviewCheck } from "../../../types/broadcast"
import { useBroadcastAction, useBroadcastReview } from "../../hooks/api/broadcasts"
import { useFormat } from "../../hooks/use-format"
import { DataAsOf } from "../common/freshness"
import { PersonCell } from "../common/person"
import { ErrorState, RowsSkeleton } from "../common/states"
import { LaterChannels } from "../cascade/later-channels"
import { BestHours } from "./best-hours"
import { ExpectedCost } from "./expected-cost"
import { SendTimes } from "./send-times"

/** From this many messages on, the number must be typed to start. */
const TYPE_TO_CONFIRM = 10_000

type ReviewPanelProps = { broadcast: Broadcast; pending: boolean }

/** Who would get the broadcast and why others would not, what stands in its way, and the button that starts it. */
export function ReviewPanel({ broadcast, pending }: ReviewPanelProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const prompt = usePrompt()
  const action = useBroadcastAction(broadcast.id)
  const later = broadcast.plan.schedule.mode !== "now"
  const ready = Boolean(broadcast.segment && broadcast.template)
  const {
    data: review,
    error,
    refetch,
    isFetching,
  } = useBroadcastReview(broadcast.id, broadcast.updated_at, ready)
  const blocked = !review || review.checks.some((check) => check.level === "blocker")

  const onStart = async () => {
    if (!review) return
    const number = format.number(review.will_send)
    const sure = await prompt({
      variant: "confirmation",
      title: t("broadcasts.start.title", { count: review.will_send, number }),
      description: later
        ? t("broadcastPlan.scheduled.description", { time: format.dateTime(review.starts_at) })
        : t("broadcasts.start.description", {
            sender: senderOf(review, t("senders.byRules")),
          }),
      confirmText: t(later ? "broadcastPlan.scheduled.button" : "broadcasts.start.confirm"),
      cancelText: t("actions.cancel"),
      ...(review.will_send > TYPE_TO_CONFIRM && {
        verificationInstruction: t("broadcasts.start.type"),
        verificationText: String(review.will_send),
      }),
    })
    if (sure) action.mutate("start", { onError: (failure) => void toast.error(failure.message) })
  }

  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <div>
          <Heading level="h2">{t("broadcasts.review.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t(ready ? "broadcasts.review.description" : "broadcasts.review.incomplete")}
          </Text>
        </div>
        {broadcast.status === "draft" && (
          <Button
            size="small"
            disabled={!ready || blocked || pending || isFetching}
            isLoading={action.isPending}
            onClick={onStart}
          >
            {t(later ? "broadcastPlan.scheduled.button" : "broadcasts.start.button")}
          </Button>
        )}
      </div>
      {!ready ? (
        <Missing broadcast={broadcast} />
      ) : error && !review ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : review ? (
        <Review review={review} stale={pending || isFetching} />
      ) : (
        <RowsSkeleton rows={6} />
      )}
    </Container>
  )
}

function senderOf({ channel, sender }: BroadcastReview, byRules: string): string {
  if (channel !== "email") return sender.name
  return sender.by_rules ? byRules : `${sender.name} <${sender.email}>`
}

function Missing({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useTranslation("engage")
  const steps = [
    ["segment", Boolean(broadcast.segment)],
    ["template", Boolean(broadcast.template)],
  ] as const
  return (
    <ul className="flex flex-col gap-y-2 px-6 py-4">
      {steps.map(([step, done]) => (
        <Check
          key={step}
          check={{
            level: done ? "ok" : "blocker",
            message: t(`broadcasts.review.${step}.${done}`),
          }}
        />
      ))}
    </ul>
  )
}

function Review({ review, stale }: { review: BroadcastReview; stale: boolean }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const rows: [string, string][] = [
    [t("broadcasts.review.audience"), format.number(review.audience)],
    ...review.excluded.map(({ reason, count }): [string, string] => [
      t(`broadcasts.reason.${reason}`),
      `−${format.number(count)}`,
    ]),
    ...review.policy
      .filter(({ left_out }) => left_out > 0)
      .map(({ rule, left_out }): [string, string] => [
        `${t("broadcasts.reason.policy")}: ${rule.name}`,
        `−${format.number(left_out)}`,
      ]),
  ]

  return (
    <div className={clx("divide-y transition-opacity", stale && "opacity-50")}>
      <div className="px-6 py-4">
        <dl className="txt-compact-small flex flex-col gap-y-1.5">
          {rows.map(([label, value], index) => (
            <div key={label} className={clx("flex justify-between gap-x-4", index > 0 && "pl-3")}>
              <dt className="text-ui-fg-subtle">{label}</dt>
              <dd className="text-ui-fg-base tabular-nums">{value}</dd>
            </div>
          ))}
          <div className="flex items-baseline justify-between gap-x-4 border-t pt-2">
            <dt className="txt-compact-small-plus text-ui-fg-base">
              {t("broadcasts.review.willSend")}
            </dt>
            <dd className="h2-core text-ui-fg-base tabular-nums" data-testid="will-send">
              {format.number(review.will_send)}
            </dd>
          </div>
        </dl>
      </div>
      {review.policy.some(({ delayed }) => delayed > 0) && (
        <ul className="flex flex-col gap-y-1 px-6 py-4">
          {review.policy
            .filter(({ delayed }) => delayed > 0)
            .map(({ rule, delayed }) => (
              <li key={rule.id} className="txt-compact-small text-ui-fg-subtle">
                {t("broadcastPlan.delayed", {
                  rule: rule.name,
                  count: delayed,
                  number: format.number(delayed),
                })}
              </li>
            ))}
        </ul>
      )}
      {review.cost && <ExpectedCost cost={review.cost} currency={review.currency} />}
      {review.cascade.length > 0 && <LaterChannels cascade={review.cascade} />}
      <ul className="flex flex-col gap-y-2 px-6 py-4">
        {review.checks.map((check) => (
          <Check key={check.message} check={check} />
        ))}
      </ul>
      <dl className="txt-compact-small flex flex-col gap-y-1.5 px-6 py-4">
        <div className="flex justify-between gap-x-4">
          <dt className="text-ui-fg-subtle">{t("broadcasts.review.sender")}</dt>
          <dd className="text-ui-fg-base min-w-0 break-words text-right">
            {senderOf(review, t("senders.byRules"))}
          </dd>
        </div>
        <div className="flex justify-between gap-x-4">
          <dt className="text-ui-fg-subtle">{t("broadcasts.review.provider")}</dt>
          <dd className="text-ui-fg-base">
            {t(`settings.provider.${review.provider}`, { defaultValue: review.provider })}
          </dd>
        </div>
      </dl>
      {review.best && <BestHours {...review.best} />}
      {review.times.length > 0 && <SendTimes times={review.times} />}
      {review.sample.length > 0 && (
        <div className="py-3">
          <Text
            size="xsmall"
            leading="compact"
            weight="plus"
            className="text-ui-fg-subtle px-6 pb-1"
          >
            {t("segments.preview.sample")}
          </Text>
          <ul>
            {review.sample.map((person) => (
              <li key={person.id}>
                <Link
                  to={`/engage/profiles/${person.id}`}
                  className="hover:bg-ui-bg-base-hover transition-fg focus-visible:shadow-borders-focus block px-6 py-1.5 outline-none"
                >
                  <PersonCell person={person} />
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="px-6 py-3">
        <DataAsOf at={review.data_as_of} />
      </div>
    </div>
  )
}

const levels = {
  ok: { Icon: CheckCircleSolid, tone: "text-ui-tag-green-icon" },
  warning: { Icon: ExclamationCircleSolid, tone: "text-ui-tag-orange-icon" },
  blocker: { Icon: XCircleSolid, tone: "text-ui-tag-red-icon" },
}

function Check({ check }: { check: Omit<ReviewCheck, "key"> }) {
  const { level, message, details = [] } = check
  const { t } = useTranslation("engage")
  const { Icon, tone } = levels[level]
  return (
    <li className="txt-compact-small text-ui-fg-base flex items-start gap-x-2">
      <Icon
        className={clx("mt-0.5 shrink-0", tone)}
        aria-label={t(`broadcasts.review.level.${level}`)}
      />
      <span>
        {message}
        {details.length > 0 && (
          <ul className="text-ui-fg-subtle pt-1">
            {details.map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        )}
      </span>
    </li>
  )
}
