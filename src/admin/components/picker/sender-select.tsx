import { Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { SENDER_BY_RULES, SHOP_SENDER } from "../../../types/sender"
import { useSenders } from "../../hooks/api/senders"

const SAME = "same"

type SenderSelectProps = {
  id?: string
  label?: string
  /** `null` where a version of a test leaves it to the broadcast. */
  value: string | null
  /** What `null` is called; without it a sender is always chosen. */
  same?: string
  onChange: (value: string | null) => void
}

/** Chooses whom e-mail comes from: the shop's own sender, what the rules say of each person, or one of the list. */
export function SenderSelect({ id, label, value, same, onChange }: SenderSelectProps) {
  const { t } = useTranslation("engage")
  const { data } = useSenders()
  const gone =
    value !== null &&
    ![SHOP_SENDER, SENDER_BY_RULES, ...(data?.senders.map((one) => one.id) ?? [])].includes(value)

  return (
    <Select value={value ?? SAME} onValueChange={(next) => onChange(next === SAME ? null : next)}>
      <Select.Trigger
        id={id}
        aria-label={label}
        aria-invalid={Boolean(data) && gone}
        className="min-w-0 text-left [&>span]:truncate"
      >
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        {same && <Select.Item value={SAME}>{same}</Select.Item>}
        <Select.Item value={SHOP_SENDER}>
          {data ? t("senders.shop", data.shop) : t("senders.shopShort")}
        </Select.Item>
        <Select.Item value={SENDER_BY_RULES}>{t("senders.byRules")}</Select.Item>
        {data?.senders.map((sender) => (
          <Select.Item key={sender.id} value={sender.id}>
            {t("senders.one", sender)}
          </Select.Item>
        ))}
        {gone && (
          <Select.Item value={value} disabled>
            {t(data ? "senders.gone" : "picker.loading")}
          </Select.Item>
        )}
      </Select.Content>
    </Select>
  )
}
