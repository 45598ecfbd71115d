import { Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { INTEREST_KINDS, type Interest, type InterestKind } from "../../../types/interest"
import { useInterests } from "../../hooks/api/interests"
import { useFormat } from "../../hooks/use-format"
import { useInterestName } from "../../hooks/use-interest-name"
import { interestRules } from "../../lib/interests"
import { newSegmentHref } from "../../lib/rfm-rules"
import { EmptyState, ErrorState, RowsSkeleton, Section } from "../common/states"
import { Time } from "../common/values"
import { KindChips } from "../interests/kind-chips"
import { TrendArrow } from "../interests/trend-arrow"

const SHOWN = 6

/** The person's strongest interests of one kind, as bars with their trend and the last action behind them. */
export function InterestsSection({ profileId }: { profileId: string }) {
  const { t } = useTranslation("engage")
  const { data, error, refetch } = useInterests(profileId)
  const [chosen, setChosen] = useState<InterestKind>()
  const nameOf = useInterestName(data)
  const kinds = INTEREST_KINDS.filter((kind) => data?.interests.some((one) => one.kind === kind))
  const kind = chosen && kinds.includes(chosen) ? chosen : kinds[0]
  const shown = (data?.interests ?? []).filter((one) => one.kind === kind).slice(0, SHOWN)

  return (
    <Section
      title={t("interests.profile.title")}
      description={kind && t("interests.profile.description")}
    >
      {error && !data ? (
        <ErrorState className="min-h-[140px] py-6" error={error} onRetry={refetch} />
      ) : !data ? (
        <RowsSkeleton />
      ) : !kind ? (
        <EmptyState
          className="min-h-[140px] py-6"
          title={t("interests.profile.emptyTitle")}
          description={t("interests.profile.emptyDescription")}
        />
      ) : (
        <div className="flex flex-col gap-y-4 px-6 py-4">
          <KindChips kinds={kinds} value={kind} onChange={setChosen} />
          <ol className="flex flex-col gap-y-3">
            {shown.map((interest) => (
              <Bar
                key={interest.ref}
                interest={interest}
                name={nameOf(interest)}
                strongest={shown[0].score}
              />
            ))}
          </ol>
        </div>
      )}
    </Section>
  )
}

type BarProps = { interest: Interest; name: string; strongest: number }

function Bar({ interest, name, strongest }: BarProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { kind, ref, score, share, trend, last_at, last_signal } = interest
  return (
    <li className="flex flex-col gap-y-1">
      <div className="flex items-center justify-between gap-x-2">
        <Link
          to={newSegmentHref(interestRules(kind, ref), t(`interests.inKind.${kind}`, { name }))}
          title={t("interests.profile.segment", { name })}
          className="txt-compact-small-plus text-ui-fg-base hover:text-ui-fg-interactive focus-visible:shadow-borders-focus min-w-0 truncate rounded-md outline-none"
        >
          {name}
        </Link>
        <TrendArrow trend={trend} />
      </div>
      <div className="bg-ui-bg-component h-1.5 overflow-hidden rounded-full" aria-hidden>
        <div
          className="bg-ui-tag-blue-icon h-full rounded-full"
          style={{ width: `${Math.max(2, (100 * score) / strongest)}%` }}
        />
      </div>
      <Text as="div" size="xsmall" className="text-ui-fg-subtle">
        {t("interests.profile.points", {
          score: format.decimal(score, score < 1 ? 2 : 1),
          share: format.share(share),
        })}
        <br />
        {t(`interests.signal.${last_signal}`)} <Time at={last_at} style="relative" />
      </Text>
    </li>
  )
}
