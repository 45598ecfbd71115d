import { ExclamationCircleSolid } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import type { Calendar } from "../../../types/calendar"
import { useFormat } from "../../hooks/use-format"
import { Section } from "../common/states"

/** Broadcasts of one day that go to some of the same people. */
export function Overlaps({ entries, overlaps }: Calendar) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const nameOf = (id: string) => entries.find((entry) => entry.id === id)?.name ?? id
  if (!overlaps.length) return null

  return (
    <Section title={t("calendar.overlaps")}>
      <ul className="flex flex-col gap-y-2 px-6 py-4">
        {overlaps.map(({ first, second, people, share }) => (
          <li
            key={`${first} ${second}`}
            className="txt-compact-small text-ui-fg-base flex items-start gap-x-2"
          >
            <ExclamationCircleSolid
              className="text-ui-tag-orange-icon mt-0.5 shrink-0"
              aria-hidden
            />
            {t("calendar.overlap", {
              first: nameOf(first),
              second: nameOf(second),
              number: format.number(people),
              share: format.share(share),
            })}
          </li>
        ))}
      </ul>
    </Section>
  )
}
