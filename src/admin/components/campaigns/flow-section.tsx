import { Button, Container, Heading, Select, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useStored } from "../../hooks/use-stored"
import { FlowCanvas } from "./canvas/flow-canvas"
import { useFlow } from "./flow-context"
import { FlowView } from "./flow-view"

const VIEWS = ["drawn", "list"] as const
export const PERIODS = ["none", "all", "1", "7", "30", "90"] as const

/** Whose numbers the flow shows: of which time in days, and of which version; null for all. */
export type NumbersOf = { period: (typeof PERIODS)[number]; version: number | null }

type FlowSectionProps = {
  /** The latest version; 0 while there are no numbers. */
  version: number
  numbersOf: NumbersOf
  onNumbersOf: (of: NumbersOf) => void
}

/** The way people go, drawn or as a list, with what is missing and what happened. */
export function FlowSection({ version, numbersOf, onNumbersOf }: FlowSectionProps) {
  const { t } = useTranslation("engage")
  const [view, setView] = useStored<(typeof VIEWS)[number]>("campaign-view", "drawn")
  return (
    <Container className="divide-y overflow-hidden p-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
        <div className="min-w-0">
          <Heading level="h2">{t("campaigns.flow.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t(`campaigns.flow.description_${view}`)}
          </Text>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {version > 0 && <NumbersPicker version={version} of={numbersOf} onChange={onNumbersOf} />}
          <div role="group" aria-label={t("builder.view")} className="flex gap-x-1">
            {VIEWS.map((one) => (
              <Button
                key={one}
                size="small"
                variant={view === one ? "secondary" : "transparent"}
                aria-pressed={view === one}
                onClick={() => setView(one)}
              >
                {t(`builder.${one}`)}
              </Button>
            ))}
          </div>
        </div>
      </div>
      <Missing />
      {view === "drawn" ? <FlowCanvas /> : <FlowView />}
    </Container>
  )
}

type NumbersPickerProps = { version: number; of: NumbersOf; onChange: (of: NumbersOf) => void }

function NumbersPicker({ version, of, onChange }: NumbersPickerProps) {
  const { t } = useTranslation("engage")
  const days = (period: string) => t("builder.stats.days", { count: Number(period) })
  return (
    <>
      <Select
        size="small"
        value={of.period}
        onValueChange={(period) => onChange({ ...of, period: period as NumbersOf["period"] })}
      >
        <Select.Trigger aria-label={t("builder.stats.period")} className="w-[150px]">
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          {PERIODS.map((period) => (
            <Select.Item key={period} value={period}>
              {Number(period) ? days(period) : t(`builder.stats.${period}`)}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
      {version > 1 && of.period !== "none" && (
        <Select
          size="small"
          value={String(of.version ?? "") || "all"}
          onValueChange={(value) => onChange({ ...of, version: Number(value) || null })}
        >
          <Select.Trigger aria-label={t("builder.stats.version")} className="w-[130px]">
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            <Select.Item value="all">{t("builder.stats.allVersions")}</Select.Item>
            {Array.from({ length: version }, (_, i) => version - i).map((one) => (
              <Select.Item key={one} value={String(one)}>
                {t("builder.stats.one", { version: one })}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      )}
    </>
  )
}

function Missing() {
  const { t } = useTranslation("engage")
  const { problems } = useFlow()
  const whole = problems.filter(({ step }) => step === null)
  if (!whole.length) return null
  return (
    <div className="bg-ui-bg-subtle px-6 py-3">
      <Text size="small" weight="plus" leading="compact">
        {t("campaigns.flow.missing")}
      </Text>
      <ul className="txt-small text-ui-fg-subtle list-inside list-disc">
        {whole.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </div>
  )
}
