import { Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { LIFE_STAGES, type LifeStage } from "../../../types/life-cycle"

const ANY = "any"

type StageSelectProps = {
  stage: LifeStage | null
  disabled: boolean
  onChange: (stage: LifeStage | null) => void
}

/** For people of which stage a campaign is meant. */
export function StageSelect({ stage, disabled, onChange }: StageSelectProps) {
  const { t } = useTranslation("engage")
  return (
    <Select
      size="small"
      disabled={disabled}
      value={stage ?? ANY}
      onValueChange={(chosen) => onChange(chosen === ANY ? null : (chosen as LifeStage))}
    >
      <Select.Trigger className="w-auto gap-x-2" aria-label={t("lifeCycle.meantFor")}>
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        <Select.Item value={ANY}>{t("lifeCycle.anyStage")}</Select.Item>
        {LIFE_STAGES.map((one) => (
          <Select.Item key={one} value={one}>
            {t(`lifeCycle.stage.${one}`)}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}
