import { CheckCircleSolid, MinusMini, XCircleSolid } from "@medusajs/icons"
import { Skeleton, Text, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { StoredMessage } from "../../../types/message"
import type { DeliveryCheck, DeliveryStory } from "../../../types/message-why"
import { useMessageWhy } from "../../hooks/api/messages"
import { ErrorState } from "../common/states"
import { Time } from "../common/values"

const LOOKS = {
  pass: { Icon: CheckCircleSolid, tone: "text-ui-tag-green-icon" },
  fail: { Icon: XCircleSolid, tone: "text-ui-tag-red-icon" },
  open: { Icon: MinusMini, tone: "text-ui-fg-muted" },
}

/** Everything that has to hold for a message to arrive, with what was found, and what is likely to be behind it. */
export function DeliveryChecks({ message }: { message: Pick<StoredMessage, "id"> }) {
  const { t } = useTranslation("engage")
  const { data, error, refetch } = useMessageWhy(message.id)
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />
  if (!data) return <Skeleton className="h-[320px] w-full rounded-lg" />
  return (
    <div className="flex flex-col gap-y-4">
      <Summary why={data} />
      <ul className="flex flex-col divide-y">
        {data.checks.map((check) => (
          <Check key={check.key} check={check} />
        ))}
      </ul>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("messages.why.asOf")} <Time at={data.at} />
      </Text>
    </div>
  )
}

/** The likely causes of what failed, and what to do. */
function Summary({ why: { failed, trouble, state } }: { why: DeliveryStory }) {
  const { t } = useTranslation("engage")
  const cause = failed
    ? t([`messages.why.cause.${failed}_${trouble}`, `messages.why.cause.${failed}`])
    : t(`messages.why.state.${state}`)
  return (
    <div className="bg-ui-bg-subtle rounded-lg p-4" role="status">
      <Text size="small" weight="plus" leading="compact">
        {failed ? t(`messages.why.failed.${failed}`) : t("messages.why.nothingFailed")}
      </Text>
      <Text size="small" className="text-ui-fg-subtle pt-1">
        {cause}
      </Text>
    </div>
  )
}

function Check({ check: { key, result, value, since, now } }: { check: DeliveryCheck }) {
  const { t } = useTranslation("engage")
  const { Icon, tone } = LOOKS[result]
  const say = (found: string) => t(`messages.why.value.${key}.${found}`, { defaultValue: found })
  return (
    <li className="flex items-start gap-x-3 py-2">
      <Icon
        className={clx("mt-0.5 shrink-0", tone)}
        aria-label={t(`messages.why.result.${result}`)}
      />
      <span className="txt-compact-small min-w-0 flex-1">
        <span className={result === "open" ? "text-ui-fg-muted" : "text-ui-fg-base"}>
          {t(`messages.why.check.${key}`)}
        </span>
        {result !== "open" && (value || now) && (
          <span className="text-ui-fg-subtle block break-words">
            {value && say(value)}
            {value && since && (
              <>
                {" · "}
                <Time at={since} />
              </>
            )}
            {now && <span className="block">{t("messages.why.now", { value: say(now) })}</span>}
          </span>
        )}
      </span>
    </li>
  )
}
