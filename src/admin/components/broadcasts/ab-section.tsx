import { Plus, XMarkMini } from "@medusajs/icons"
import { Button, IconButton, Input, Label, Switch, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AbTest, BroadcastPlan } from "../../../types/broadcast-plan"
import type { SendingChannel } from "../../../types/common"
import { useFormat } from "../../hooks/use-format"
import { Section } from "../common/states"
import { TemplateField } from "../picker/template-field"
import { SenderSelect } from "../picker/sender-select"
import { VariantSubjects } from "./variant-subjects"
import { WinnerFields } from "./winner-fields"

type AbSectionProps = {
  channel: SendingChannel
  /** Of the broadcast. */
  templateId: string | null
  ab: AbTest | null
  onChange: (plan: Partial<BroadcastPlan>) => void
}

type Variant = AbTest["variants"][number]

const MOST_VARIANTS = 5
const PLAIN: Variant = {
  template_id: null,
  subject: null,
  sender: null,
  sender_name: null,
  share: 10,
}
const NEW: AbTest = {
  variants: [PLAIN, PLAIN],
  holdout: 0,
  winner: { metric: "clicks", after_hours: 4, auto: true },
}

/** Letters by which variants are called. */
export const letterOf = (variant: number) => String.fromCharCode(65 + variant)

/** Several contents at once, each to a share of the people, and whether the best one goes to the rest. */
export function AbSection({ channel, templateId, ab, onChange }: AbSectionProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const set = (changes: Partial<AbTest>) => ab && onChange({ ab: { ...ab, ...changes } })
  const setVariant = (index: number, changes: Partial<Variant>) =>
    ab &&
    set({ variants: ab.variants.map((one, i) => (i === index ? { ...one, ...changes } : one)) })
  const used = ab ? ab.variants.reduce((sum, { share }) => sum + share, ab.holdout) : 0

  return (
    <Section
      title={t("broadcastPlan.ab.title")}
      description={t("broadcastPlan.ab.hint")}
      actions={
        <Switch
          aria-label={t("broadcastPlan.ab.title")}
          checked={ab !== null}
          onCheckedChange={(on) => onChange({ ab: on ? NEW : null })}
        />
      }
    >
      {ab && (
        <>
          <ul className="divide-y">
            {ab.variants.map((variant, index) => (
              <VariantRow
                key={index}
                channel={channel}
                templateId={templateId}
                variant={variant}
                letter={letterOf(index)}
                onChange={(changes) => setVariant(index, changes)}
                onRemove={
                  ab.variants.length > 2
                    ? () => set({ variants: ab.variants.filter((_, i) => i !== index) })
                    : undefined
                }
              />
            ))}
          </ul>
          <div className="flex flex-col gap-y-4 px-6 py-4">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <Button
                size="small"
                variant="transparent"
                type="button"
                disabled={ab.variants.length >= MOST_VARIANTS}
                onClick={() => set({ variants: [...ab.variants, PLAIN] })}
              >
                <Plus />
                {t("broadcastPlan.ab.add")}
              </Button>
              <span className="flex items-center gap-x-2">
                <Label size="small" htmlFor="ab-holdout">
                  {t("broadcastPlan.ab.holdout")}
                </Label>
                <ShareInput
                  id="ab-holdout"
                  min={0}
                  value={ab.holdout}
                  onChange={(holdout) => set({ holdout })}
                />
              </span>
            </div>
            <WinnerFields winner={ab.winner} onChange={(winner) => set({ winner })} />
            <Text size="small" className="text-ui-fg-subtle" role="status">
              {t(`broadcastPlan.ab.rest.${ab.winner ? "winner" : "all"}`, {
                rest: format.decimal(100 - used, 2),
                used: format.decimal(used, 2),
              })}
            </Text>
          </div>
        </>
      )}
    </Section>
  )
}

type VariantRowProps = {
  channel: SendingChannel
  templateId: string | null
  variant: Variant
  letter: string
  onChange: (changes: Partial<Variant>) => void
  onRemove?: () => void
}

function VariantRow({ channel, templateId, variant, letter, onChange, onRemove }: VariantRowProps) {
  const { t } = useTranslation("engage")
  const id = (name: string) => `ab-${letter}-${name}`
  const name = t("broadcastPlan.ab.variant", { letter })
  return (
    <li className="flex flex-col gap-y-3 px-6 py-4">
      <div className="flex items-center justify-between gap-x-4">
        <Text size="small" leading="compact" weight="plus">
          {name}
        </Text>
        <span className="flex items-center gap-x-2">
          <ShareInput
            id={id("share")}
            min={1}
            label={`${name}: ${t("broadcastPlan.ab.share")}`}
            value={variant.share}
            onChange={(share) => onChange({ share })}
          />
          {onRemove && (
            <IconButton
              size="small"
              variant="transparent"
              type="button"
              aria-label={t("actions.remove", { name })}
              onClick={onRemove}
            >
              <XMarkMini />
            </IconButton>
          )}
        </span>
      </div>
      <div className="grid grid-cols-1 gap-3 md:grid-cols-2">
        <TemplateField
          channel={channel}
          label={`${name}: ${t("broadcasts.template")}`}
          templateId={variant.template_id}
          placeholder={t("broadcastPlan.ab.sameTemplate")}
          onPick={(template_id) => onChange({ template_id })}
        />
        {channel === "email" && (
          <>
            <Input
              aria-label={`${name}: ${t("broadcastPlan.ab.subject")}`}
              placeholder={t("broadcastPlan.ab.sameSubject")}
              value={variant.subject ?? ""}
              onChange={({ target }) => onChange({ subject: target.value || null })}
            />
            <SenderSelect
              label={`${name}: ${t("senders.label")}`}
              same={t("broadcastPlan.ab.sameSender")}
              value={variant.sender}
              onChange={(sender) => onChange({ sender })}
            />
            <Input
              aria-label={`${name}: ${t("broadcastPlan.ab.sender")}`}
              placeholder={t("broadcastPlan.ab.sameName")}
              value={variant.sender_name ?? ""}
              onChange={({ target }) => onChange({ sender_name: target.value || null })}
            />
            <VariantSubjects
              name={name}
              templateId={variant.template_id ?? templateId}
              subjects={variant.subjects ?? {}}
              onChange={(subjects) => onChange({ subjects })}
            />
          </>
        )}
      </div>
    </li>
  )
}

type ShareInputProps = {
  id: string
  min: number
  label?: string
  value: number
  onChange: (value: number) => void
}

function ShareInput({ id, min, label, value, onChange }: ShareInputProps) {
  return (
    <span className="flex items-center gap-x-1">
      <Input
        id={id}
        type="number"
        min={min}
        max={100}
        className="w-[72px]"
        aria-label={label}
        value={value}
        onChange={({ target }) => {
          const share = Number(target.value)
          if (target.value && share >= min && share <= 100) onChange(share)
        }}
      />
      <Text size="small" className="text-ui-fg-subtle">
        %
      </Text>
    </span>
  )
}
