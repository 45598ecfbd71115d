import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, Container, Heading, Select, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { RFM_DAYS, type RfmMode } from "../../../../types/rfm"
import { Crumb } from "../../../components/common/crumb"
import { Counting, DataAsOf } from "../../../components/common/freshness"
import { PageError, PageSkeleton } from "../../../components/common/states"
import { FieldButton } from "../../../components/picker/field-button"
import { SegmentPicker } from "../../../components/picker/segment-picker"
import { ManualLimits } from "../../../components/rfm/manual-limits"
import { RfmGroupList } from "../../../components/rfm/rfm-group-list"
import { RfmMoves } from "../../../components/rfm/rfm-moves"
import { ScoreGrid } from "../../../components/rfm/score-grid"
import { useRfm } from "../../../hooks/api/rfm"
import type { RfmAxes } from "../../../lib/rfm-rules"

const MODES: RfmMode[] = ["quintile", "fixed", "manual"]
const PERIODS = ["90", "180", "365", "730", "1095"]
const GRIDS: RfmAxes[] = ["rf", "rm", "fm"]

const RfmPage = () => {
  const { t } = useTranslation("engage")
  const [mode, setMode] = useState<RfmMode>("quintile")
  const [period, setPeriod] = useState(String(RFM_DAYS))
  const [axes, setAxes] = useState<RfmAxes>("rf")
  const [limits, setLimits] = useState({
    r: "180,90,60,30",
    f: "2,3,4,6",
    m: "5000,10000,20000,50000",
  })
  const [base, setBase] = useState<{ id: string; name: string } | null>(null)
  const query = {
    mode,
    window_days: Number(period),
    segment_id: base?.id,
    ...(mode === "manual" && limits),
  }
  const { data: report, error, refetch, isPlaceholderData } = useRfm(query)

  if (error && !report) return <PageError error={error} onRetry={refetch} />
  if (!report) return <PageSkeleton blocks={[140, 480]} />

  return (
    <div className="flex flex-col gap-y-3">
      <Container className="flex flex-col gap-y-3 px-6 py-4">
        <div>
          <div className="flex flex-wrap items-center justify-between gap-x-4">
            <Heading>{t("rfmPage.title")}</Heading>
            {isPlaceholderData && !error ? <Counting /> : <DataAsOf at={report.as_of} />}
          </div>
          <Text size="small" className="text-ui-fg-subtle">
            {t("rfmPage.description", { period: t(`rfmPage.periods.${period}`).toLowerCase() })}
          </Text>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <Choice
            label={t("rfmPage.mode")}
            prefix="modes"
            values={MODES}
            value={mode}
            onChange={setMode}
          />
          <Choice
            label={t("rfmPage.grid")}
            prefix="grids"
            values={GRIDS}
            value={axes}
            onChange={setAxes}
          />
          <Choice
            label={t("rfmPage.period")}
            prefix="periods"
            values={PERIODS}
            value={period}
            onChange={setPeriod}
          />
          <SegmentPicker
            label={t("rfmPage.base")}
            selected={base ? [base.id] : []}
            onPick={setBase}
            trigger={<FieldButton>{base?.name ?? t("rfmPage.everybody")}</FieldButton>}
          />
          {base && (
            <Button size="small" variant="transparent" onClick={() => setBase(null)}>
              {t("rfmPage.everybody")}
            </Button>
          )}
        </div>
        {mode === "manual" && (
          <ManualLimits limits={limits} currency={report.currency} onChange={setLimits} />
        )}
        {error && (
          <Text size="small" role="alert" className="text-ui-fg-error">
            {error.message}
          </Text>
        )}
        {report.single_buyers > 0.6 && mode === "quintile" && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("rfmPage.manySingle")}
          </Text>
        )}
      </Container>
      <ScoreGrid report={report} axes={axes} base={base?.id ?? null} />
      <RfmGroupList report={report} base={base?.id ?? null} />
      <RfmMoves segment={base?.id} windowDays={Number(period)} />
    </div>
  )
}

type ChoiceProps<Value extends string> = {
  label: string
  prefix: string
  values: Value[]
  value: Value
  onChange: (value: Value) => void
}

function Choice<Value extends string>({
  label,
  prefix,
  values,
  value,
  onChange,
}: ChoiceProps<Value>) {
  const { t } = useTranslation("engage")
  return (
    <Select size="small" value={value} onValueChange={(next) => onChange(next as Value)}>
      <Select.Trigger className="w-auto gap-x-2" aria-label={label}>
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        {values.map((one) => (
          <Select.Item key={one} value={one}>
            {t(`rfmPage.${prefix}.${one}`)}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}

export const config = defineRouteConfig({ label: "menu.rfm", translationNs: "engage", rank: 4 })

export const handle = { breadcrumb: () => <Crumb label="menu.rfm" /> }

export default RfmPage
