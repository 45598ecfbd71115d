import { ArrowDownMini, ArrowUpMini, MinusMini } from "@medusajs/icons"
import { Text, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { DigestLine } from "../../../types/digest"
import { useDigest } from "../../hooks/api/digest"
import { useFormat } from "../../hooks/use-format"
import { ErrorState, RowsSkeleton, Section } from "../common/states"
import { DigestDrawer } from "./digest-drawer"

const TRENDS = {
  up: { Icon: ArrowUpMini, tone: "text-ui-tag-green-icon" },
  down: { Icon: ArrowDownMini, tone: "text-ui-tag-red-icon" },
  same: { Icon: MinusMini, tone: "text-ui-fg-muted" },
} as const

/** What changed in the last full week, in sentences that lead to what they speak of. */
export function DigestSection() {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { data, error, refetch } = useDigest()
  const digest = data?.digest
  const last = digest && new Date(new Date(digest.until).getTime() - 1).toISOString()

  return (
    <Section
      title={t("digest.title")}
      description={
        digest && t("digest.week", { from: format.date(digest.from), to: format.date(last!) })
      }
      actions={data && <DigestDrawer settings={data.settings} />}
    >
      {error && !data ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : !digest ? (
        <RowsSkeleton />
      ) : digest.lines.length ? (
        <ul className="flex flex-col gap-y-2 px-6 py-4">
          {digest.lines.map((line) => (
            <Line key={line.text} line={line} />
          ))}
        </ul>
      ) : (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("digest.nothing")}
        </Text>
      )}
    </Section>
  )
}

function Line({ line: { text, to, trend } }: { line: DigestLine }) {
  const { t } = useTranslation("engage")
  const { Icon, tone } = TRENDS[trend]
  return (
    <li className="flex items-start gap-x-2">
      <Icon className={clx("mt-0.5 shrink-0", tone)} aria-hidden />
      <span className="sr-only">{t(`digest.${trend}`)}</span>
      <Link
        to={to}
        className="txt-small text-ui-fg-base hover:text-ui-fg-interactive focus-visible:shadow-borders-focus rounded-sm outline-none"
      >
        {text}
      </Link>
    </li>
  )
}
