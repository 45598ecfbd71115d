import { Button, Input, Label, Switch, Text, toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import type { Brake } from "../../../types/policy"
import { useSaveBrake } from "../../hooks/api/policy"
import { Section } from "../common/states"

const LIMITS = {
  bounce_percent: { min: 0.01, max: 100, step: "any" },
  complaint_percent: { min: 0.01, max: 100, step: "any" },
  after: { min: 50, max: 100_000, step: 1 },
} as const
type Name = keyof typeof LIMITS
const NAMES = Object.keys(LIMITS) as Name[]

/** When a broadcast is stopped by itself, because too much of it comes back. */
export function BrakeSection({ brake }: { brake: Brake }) {
  const { t } = useTranslation("engage")
  const save = useSaveBrake()
  const [texts, setTexts] = useState<Record<Name, string>>({
    bounce_percent: String(brake.bounce_percent),
    complaint_percent: String(brake.complaint_percent),
    after: String(brake.after),
  })
  const isValid = (name: Name) => {
    const { min, max, step } = LIMITS[name]
    const value = Number(texts[name])
    return value >= min && value <= max && (step === "any" || Number.isInteger(value))
  }
  const changed = NAMES.some((name) => Number(texts[name]) !== brake[name])

  const change = (input: Partial<Brake>) =>
    save.mutate(
      { ...brake, ...input },
      {
        onSuccess: () => void toast.success(t("policy.brake.saved")),
        onError: (error) => void toast.error(error.message),
      }
    )
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!NAMES.every(isValid)) return
    change(Object.fromEntries(NAMES.map((name) => [name, Number(texts[name])])))
  }

  return (
    <Section
      title={t("policy.brake.title")}
      description={t("policy.brake.description")}
      actions={
        <Switch
          aria-label={t("policy.brake.title")}
          checked={brake.enabled}
          disabled={save.isPending}
          onCheckedChange={(enabled) => change({ enabled })}
        />
      }
    >
      {brake.enabled && (
        <form onSubmit={onSubmit} noValidate className="flex flex-col gap-y-3 px-6 py-4">
          <div className="grid grid-cols-1 gap-4 md:grid-cols-3">
            {NAMES.map((name) => (
              <div key={name} className="flex flex-col gap-y-1">
                <Label size="small" weight="plus" htmlFor={`brake-${name}`}>
                  {t(`policy.brake.${name}`)}
                </Label>
                <Input
                  id={`brake-${name}`}
                  type="number"
                  {...LIMITS[name]}
                  aria-invalid={!isValid(name)}
                  value={texts[name]}
                  onChange={(event) => setTexts({ ...texts, [name]: event.target.value })}
                />
              </div>
            ))}
          </div>
          <div className="flex items-center justify-between gap-x-4">
            <Text size="small" className="text-ui-fg-subtle">
              {t("policy.brake.hint")}
            </Text>
            <Button
              size="small"
              variant="secondary"
              type="submit"
              disabled={!changed || !NAMES.every(isValid)}
              isLoading={save.isPending}
            >
              {t("actions.save")}
            </Button>
          </div>
        </form>
      )}
    </Section>
  )
}
