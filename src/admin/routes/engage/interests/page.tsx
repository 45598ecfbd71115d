import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { InterestKind, InterestMap } from "../../../../types/interest"
import { Crumb } from "../../../components/common/crumb"
import { PageHeader } from "../../../components/common/page-header"
import { EmptyState, PageError, PageSkeleton, Section } from "../../../components/common/states"
import { Time } from "../../../components/common/values"
import { InterestTiles } from "../../../components/interests/interest-tiles"
import { InterestSettingsDrawer } from "../../../components/interests/settings-drawer"
import { KindChips } from "../../../components/interests/kind-chips"
import { useInterestMap } from "../../../hooks/api/interests"
import { useFormat } from "../../../hooks/use-format"
import { useInterestName } from "../../../hooks/use-interest-name"
import { interestRules } from "../../../lib/interests"
import { newSegmentHref } from "../../../lib/rfm-rules"

const InterestsPage = () => {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const [kind, setKind] = useState<InterestKind>("product")
  const { data, error, refetch } = useInterestMap(kind)
  const nameOf = useInterestName(data)

  if (error && !data) return <PageError error={error} onRetry={refetch} />
  if (!data) return <PageSkeleton blocks={[110, 520]} />

  return (
    <div className="flex flex-col gap-y-3">
      <PageHeader
        title={t("interests.title")}
        description={
          <>
            {t("interests.description")}
            {data.computed_at && (
              <>
                {" · "}
                {t("interests.map.computed")} <Time at={data.computed_at} style="relative" />
              </>
            )}
            {data.waiting > 0 && (
              <>
                {" · "}
                {t("interests.map.waiting", { value: format.number(data.waiting) })}
              </>
            )}
          </>
        }
        actions={<InterestSettingsDrawer />}
      >
        <div className="px-6 py-3">
          <KindChips value={kind} onChange={setKind} />
        </div>
      </PageHeader>
      <Section title={t("interests.map.title")} description={t("interests.map.description")}>
        {data.interests.length ? (
          <InterestTiles interests={data.interests} nameOf={nameOf} />
        ) : (
          <EmptyState
            title={t("interests.map.emptyTitle")}
            description={t("interests.map.emptyDescription")}
          />
        )}
      </Section>
      {data.interests.length > 0 && <Numbers data={data} nameOf={nameOf} />}
    </div>
  )
}

type NumbersProps = { data: InterestMap; nameOf: ReturnType<typeof useInterestName> }

function Numbers({ data, nameOf }: NumbersProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  return (
    <Section title={t("interests.map.listTitle")}>
      <div className="overflow-x-auto">
        <Table>
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell>{t("interests.map.name")}</Table.HeaderCell>
              {["people", "top", "rising", "falling", "points", "last"].map((column) => (
                <Table.HeaderCell key={column} className="text-right">
                  {t(`interests.map.${column}Head`)}
                </Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {data.interests.map((interest) => {
              const name = nameOf(interest)
              const rules = interestRules(interest.kind, interest.ref)
              const numbers = [interest.people, interest.top, interest.rising, interest.falling]
              return (
                <Table.Row key={interest.ref}>
                  <Table.Cell>
                    <Link
                      to={newSegmentHref(rules, t(`interests.inKind.${interest.kind}`, { name }))}
                      className="txt-compact-small-plus text-ui-fg-base hover:text-ui-fg-interactive focus-visible:shadow-borders-focus rounded-md outline-none"
                    >
                      {name}
                    </Link>
                  </Table.Cell>
                  {numbers.map((value, i) => (
                    <Table.Cell key={i} className="text-right tabular-nums">
                      {format.number(value)}
                    </Table.Cell>
                  ))}
                  <Table.Cell className="text-right tabular-nums">
                    {format.decimal(interest.score)}
                  </Table.Cell>
                  <Table.Cell className="text-right">
                    <Text as="span" size="small">
                      <Time at={interest.last_at} style="date" />
                    </Text>
                  </Table.Cell>
                </Table.Row>
              )
            })}
          </Table.Body>
        </Table>
      </div>
    </Section>
  )
}

export const config = defineRouteConfig({
  label: "menu.interests",
  translationNs: "engage",
  rank: 5,
})

export const handle = { breadcrumb: () => <Crumb label="menu.interests" /> }

export default InterestsPage
