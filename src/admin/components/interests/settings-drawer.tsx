import { Button, Drawer, Input, Label, Text, toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { INTEREST_SIGNALS, type InterestSettings } from "../../../types/interest"
import { useInterestSettings, useSaveInterestSettings } from "../../hooks/api/interests"
import { useFormat } from "../../hooks/use-format"
import { toMajor, toMinor } from "../../lib/format"
import { RowsSkeleton } from "../common/states"

/** Explains how interests are counted, and lets the owner change it. */
export function InterestSettingsDrawer() {
  const { t } = useTranslation("engage")
  const [open, setOpen] = useState(false)
  const { data } = useInterestSettings()
  return (
    <Drawer open={open} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary">
          {t("interests.settings.open")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("interests.settings.title")}</Drawer.Title>
          <Drawer.Description>{t("interests.settings.intro")}</Drawer.Description>
        </Drawer.Header>
        {data ? (
          <SettingsForm
            settings={data.settings}
            currency={data.currency}
            onDone={() => setOpen(false)}
          />
        ) : (
          <RowsSkeleton />
        )}
      </Drawer.Content>
    </Drawer>
  )
}

type SettingsFormProps = { settings: InterestSettings; currency: string; onDone: () => void }

function SettingsForm({ settings, currency, onDone }: SettingsFormProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const save = useSaveInterestSettings()
  const [draft, setDraft] = useState(settings)
  const { weights } = draft

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(draft, {
      onSuccess: () => {
        toast.success(t("interests.settings.saved"))
        onDone()
      },
      onError: (error) => void toast.error(error.message),
    })
  }

  return (
    <form className="flex min-h-0 flex-1 flex-col" onSubmit={onSubmit}>
      <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
        <fieldset className="flex flex-col gap-y-2">
          <legend className="txt-compact-small-plus mb-2">{t("interests.settings.weights")}</legend>
          {INTEREST_SIGNALS.map((signal) => (
            <NumberField
              key={signal}
              id={`weight-${signal}`}
              label={t(`interests.signal.${signal}`)}
              value={weights[signal]}
              min={-100}
              max={100}
              step="any"
              onChange={(value) => setDraft({ ...draft, weights: { ...weights, [signal]: value } })}
            />
          ))}
          <Hint>{t("interests.settings.weightsHint")}</Hint>
        </fieldset>
        <div className="flex flex-col gap-y-2">
          <NumberField
            id="half-life"
            label={t("interests.settings.halfLife")}
            value={draft.half_life_days}
            min={1}
            max={365}
            onChange={(value) => setDraft({ ...draft, half_life_days: value })}
          />
          <Hint>
            {t("interests.settings.halfLifeHint", {
              now: format.decimal(weights.ordered),
              half: format.decimal(weights.ordered * 0.5 ** (30 / draft.half_life_days)),
              quarter: format.decimal(weights.ordered * 0.5 ** (60 / draft.half_life_days)),
            })}
          </Hint>
        </div>
        <fieldset className="flex flex-col gap-y-2">
          <legend className="txt-compact-small-plus mb-2">
            {t("interests.settings.limits", { currency: currency.toUpperCase() })}
          </legend>
          <div className="grid grid-cols-4 gap-2">
            {draft.price_limits.map((limit, i) => (
              <Input
                key={i}
                type="number"
                size="small"
                required
                min={0}
                step="any"
                aria-label={t("interests.settings.limit", { n: i + 1 })}
                value={toMajor(limit, currency)}
                onChange={(event) =>
                  setDraft({
                    ...draft,
                    price_limits: draft.price_limits.map((old, n) =>
                      n === i ? toMinor(Number(event.target.value), currency) : old
                    ),
                  })
                }
              />
            ))}
          </div>
          <Hint>{t("interests.settings.limitsHint")}</Hint>
        </fieldset>
      </Drawer.Body>
      <Drawer.Footer>
        <Drawer.Close asChild>
          <Button size="small" variant="secondary">
            {t("actions.cancel")}
          </Button>
        </Drawer.Close>
        <Button size="small" type="submit" isLoading={save.isPending}>
          {t("actions.save")}
        </Button>
      </Drawer.Footer>
    </form>
  )
}

const Hint = ({ children }: { children: string }) => (
  <Text size="xsmall" className="text-ui-fg-subtle">
    {children}
  </Text>
)

type NumberFieldProps = {
  id: string
  label: string
  value: number
  min: number
  max: number
  step?: "any"
  onChange: (value: number) => void
}

function NumberField({ id, label, value, min, max, step, onChange }: NumberFieldProps) {
  return (
    <div className="flex items-center justify-between gap-x-4">
      <Label size="small" htmlFor={id}>
        {label}
      </Label>
      <Input
        id={id}
        type="number"
        size="small"
        required
        className="w-24"
        min={min}
        max={max}
        step={step}
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    </div>
  )
}
