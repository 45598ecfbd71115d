import { ExclamationCircleSolid } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import type { Calendar } from "../../../types/calendar"
import { useFormat } from "../../hooks/use-format"
import { Section } from "../common/states"

/** Broadcasts of one day that go to some of the same people, or to people who are in a campaign that sends on that day. */
export function Overlaps({ entries, overlaps, campaigns, inside }: Calendar) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const nameOf = (id: string) => [...entries, ...campaigns].find((one) => one.id === id)?.name ?? id
  const lines = [
    ...overlaps.map(({ first, second, people, share }) => ({
      key: `${first} ${second}`,
      text: t("calendar.overlap", {
        first: nameOf(first),
        second: nameOf(second),
        number: format.number(people),
        share: format.share(share),
      }),
    })),
    ...inside.map(({ broadcast, campaign, people, share }) => ({
      key: `${broadcast} ${campaign}`,
      text: t("calendar.inside", {
        broadcast: nameOf(broadcast),
        campaign: nameOf(campaign),
        count: people,
        number: format.number(people),
        share: format.share(share),
      }),
    })),
  ]
  if (!lines.length) return null

  return (
    <Section title={t("calendar.overlaps")}>
      <ul className="flex flex-col gap-y-2 px-6 py-4">
        {lines.map(({ key, text }) => (
          <li key={key} className="txt-compact-small text-ui-fg-base flex items-start gap-x-2">
            <ExclamationCircleSolid
              className="text-ui-tag-orange-icon mt-0.5 shrink-0"
              aria-hidden
            />
            {text}
          </li>
        ))}
      </ul>
    </Section>
  )
}
