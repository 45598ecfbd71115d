import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { BroadcastReview } from "../../../types/broadcast"
import { useFormat } from "../../hooks/use-format"

type SendTimesProps = { times: BroadcastReview["times"] }

const SHOWN = 8

/** When how many messages are to leave, as bars with their numbers. */
export function SendTimes({ times }: SendTimesProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const shown = times.slice(0, SHOWN)
  const rest = times.slice(SHOWN).reduce((sum, { count }) => sum + count, 0)
  const most = Math.max(...times.map(({ count }) => count))

  return (
    <div className="flex flex-col gap-y-2 px-6 py-4">
      <Text size="xsmall" leading="compact" weight="plus" className="text-ui-fg-subtle">
        {t("broadcastPlan.times.title")}
      </Text>
      <ul className="flex flex-col gap-y-1.5" data-testid="send-times">
        {shown.map(({ at, count }) => (
          <li
            key={at}
            className="txt-compact-small grid grid-cols-[136px_minmax(0,1fr)_64px] items-center gap-x-3"
          >
            <span className="text-ui-fg-subtle">{format.dateTime(at)}</span>
            <span aria-hidden className="bg-ui-bg-component h-2 rounded-full">
              <span
                className="bg-ui-tag-blue-icon block h-2 min-w-1 rounded-full"
                style={{ width: `${(count / most) * 100}%` }}
              />
            </span>
            <span className="text-ui-fg-base text-right tabular-nums">{format.number(count)}</span>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("broadcastPlan.times.rest", { number: format.number(rest) })}
        </Text>
      )}
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("broadcastPlan.times.zone", {
          zone: Intl.DateTimeFormat().resolvedOptions().timeZone.replaceAll("_", " "),
        })}
      </Text>
    </div>
  )
}
