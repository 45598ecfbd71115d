import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { CascadeForecast } from "../../../types/cascade"
import { useFormat } from "../../hooks/use-format"

/** How many the channels after the first will write to. */
export function LaterChannels({ cascade }: { cascade: CascadeForecast[] }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  return (
    <div className="px-6 py-4">
      <Text size="xsmall" leading="compact" weight="plus" className="text-ui-fg-subtle pb-2">
        {t("cascade.later.title")}
      </Text>
      <dl className="flex flex-col gap-y-1.5">
        {cascade.map(({ channel, at_once, at_most }) => (
          <div key={channel} className="txt-compact-small flex justify-between gap-x-4">
            <dt className="text-ui-fg-subtle">{t(`channel.${channel}`)}</dt>
            <dd className="text-ui-fg-base text-right">
              {t("cascade.later.people", {
                at_once: format.number(at_once),
                at_most: format.number(at_most),
              })}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
