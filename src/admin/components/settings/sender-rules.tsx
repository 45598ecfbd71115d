import { Plus, XMarkMini } from "@medusajs/icons"
import { Button, IconButton, Select, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { MailSender, SenderRule } from "../../../types/sender"
import { useAttributeValues } from "../../hooks/api/attributes"
import { useSalesChannels, useSaveSenderRules } from "../../hooks/api/senders"
import { useFormat } from "../../hooks/use-format"
import { readTag } from "../../lib/languages"
import { same } from "../../lib/same"
import { Section } from "../common/states"

type SenderRulesProps = { senders: MailSender[]; rules: SenderRule[] }
type Option = { value: string; label: string }

const ANY = "any"

/** Who writes to people of a language or sales channel, in order. */
export function SenderRules({ senders, rules }: SenderRulesProps) {
  const { t } = useTranslation("engage")
  const [draft, setDraft] = useState(rules)
  const save = useSaveSenderRules()
  const options = useOptions(draft, senders)
  const complete = draft.every((rule) => rule.language !== null || rule.sales_channel_id !== null)
  const change = (at: number, part: Partial<SenderRule>) =>
    setDraft(draft.map((rule, i) => (i === at ? { ...rule, ...part } : rule)))

  const onSave = () =>
    save.mutate(draft, {
      onSuccess: () => void toast.success(t("senders.rules.saved")),
      onError: (error) => void toast.error(error.message),
    })

  return (
    <Section
      title={t("senders.rules.title")}
      description={t("senders.rules.description")}
      actions={
        <Button
          size="small"
          variant="secondary"
          disabled={same(draft, rules) || !complete}
          isLoading={save.isPending}
          onClick={onSave}
        >
          {t("actions.save")}
        </Button>
      }
    >
      <div className="flex flex-col items-start gap-y-3 px-6 py-4">
        {!draft.length && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("senders.rules.none")}
          </Text>
        )}
        {draft.map((rule, at) => (
          <div
            key={at}
            role="group"
            aria-label={t("senders.rules.rule", { number: at + 1 })}
            className="grid w-full grid-cols-[1fr_auto] items-center gap-2 md:grid-cols-[1fr_1fr_1fr_auto]"
          >
            <Choice
              label={t("senders.rules.language")}
              any={t("senders.rules.anyLanguage")}
              options={options.languages}
              value={rule.language}
              onChange={(language) => change(at, { language })}
            />
            <Choice
              label={t("senders.rules.channel")}
              any={t("senders.rules.anyChannel")}
              options={options.channels}
              value={rule.sales_channel_id}
              onChange={(sales_channel_id) => change(at, { sales_channel_id })}
            />
            <Choice
              label={t("senders.rules.sender")}
              options={options.senders}
              value={rule.sender_id}
              onChange={(sender_id) => sender_id && change(at, { sender_id })}
            />
            <IconButton
              size="small"
              variant="transparent"
              type="button"
              aria-label={t("senders.rules.remove", { number: at + 1 })}
              onClick={() => setDraft(draft.filter((_, i) => i !== at))}
            >
              <XMarkMini />
            </IconButton>
          </div>
        ))}
        <Button
          size="small"
          variant="transparent"
          type="button"
          onClick={() =>
            setDraft([
              ...draft,
              { language: null, sales_channel_id: null, sender_id: senders[0].id },
            ])
          }
        >
          <Plus />
          {t("senders.rules.add")}
        </Button>
        {!complete && (
          <Text size="small" className="text-ui-fg-subtle" role="status">
            {t("senders.rules.incomplete")}
          </Text>
        )}
      </div>
    </Section>
  )
}

/** What can be chosen: languages that the shop's people speak, its sales channels, and its senders. */
function useOptions(rules: SenderRule[], senders: MailSender[]) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { data: spoken = [] } = useAttributeValues("language", "")
  const { data: channels = [] } = useSalesChannels()
  const tags = [...spoken.map(({ value }) => value), ...rules.map(({ language }) => language ?? "")]
  const languages = [...new Set(tags.flatMap((tag) => readTag(tag) ?? []))]
  return {
    languages: languages.map((value) => ({ value, label: format.language(value) })),
    channels: channels.map(({ id, name }) => ({ value: id, label: name })),
    senders: senders.map((one) => ({ value: one.id, label: t("senders.one", one) })),
  }
}

type ChoiceProps = {
  label: string
  /** What `null` is called, where it can be chosen. */
  any?: string
  options: Option[]
  value: string | null
  onChange: (value: string | null) => void
}

function Choice({ label, any, options, value, onChange }: ChoiceProps) {
  return (
    <Select
      size="small"
      value={value ?? ANY}
      onValueChange={(next) => onChange(next === ANY ? null : next)}
    >
      <Select.Trigger
        aria-label={label}
        className="col-start-1 min-w-0 text-left md:col-auto [&>span]:truncate"
      >
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        {any && <Select.Item value={ANY}>{any}</Select.Item>}
        {options.map((option) => (
          <Select.Item key={option.value} value={option.value}>
            {option.label}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}
