import { Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Attribution } from "../../../types/attribution"
import { useAttributionPreview } from "../../hooks/api/attribution"
import { useDebounced } from "../../hooks/use-debounced"
import { useFormat } from "../../hooks/use-format"
import { FormDrawer } from "../common/form-drawer"
import { OrderTermsFields } from "./order-terms-fields"
import { WindowFields } from "./window-fields"

export type AttributionDrawerProps = {
  value: Attribution
  /** The broadcast or campaign whose orders a change would move; null for the shop's own rule. */
  id: string | null
  /** Resolves when it is saved, and throws what went wrong. */
  onSave: (rule: Attribution) => Promise<unknown>
  onClose: () => void
}

/** When an order counts for a message, and which ones, with what a change would do. */
export function AttributionDrawer({ value, id, onSave, onClose }: AttributionDrawerProps) {
  const { t } = useTranslation("engage")
  const [rule, setRule] = useState(value)
  const [pending, setPending] = useState(false)
  const { days, terms } = rule
  const settled = useDebounced(rule)
  const complete =
    !settled.terms.range || Boolean(settled.terms.range.from && settled.terms.range.to)

  const onSubmit = async () => {
    setPending(true)
    try {
      await onSave(rule)
      onClose()
    } catch (error) {
      toast.error((error as Error).message)
      setPending(false)
    }
  }

  return (
    <FormDrawer
      onOpenChange={(open) => !open && onClose()}
      title={t("attribution.title")}
      description={t("attribution.hint")}
      onSubmit={() => void onSubmit()}
      pending={pending}
    >
      <WindowFields ofShop={id === null} rule={rule} onChange={setRule} />
      {days !== null && (days > 0 || terms.range) && (
        <OrderTermsFields
          orders={terms.orders ?? {}}
          onChange={(orders) => setRule({ days, terms: { ...terms, orders } })}
        />
      )}
      <Preview id={id} rule={settled} enabled={complete} />
    </FormDrawer>
  )
}

function Preview({
  id,
  rule,
  enabled,
}: {
  id: string | null
  rule: Attribution
  enabled: boolean
}) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { data } = useAttributionPreview(id, rule, enabled)
  if (!data) return null
  const say = ({ orders, revenue }: { orders: number; revenue: number }) =>
    t("attribution.preview.orders", {
      count: orders,
      number: format.number(orders),
      amount: format.money(revenue, data.currency),
    })
  return (
    <div className="bg-ui-bg-subtle flex flex-col gap-y-2 rounded-lg p-4" aria-live="polite">
      <Text size="small" leading="compact" weight="plus">
        {t("attribution.preview.title", { count: data.days })}
      </Text>
      <dl className="txt-compact-small grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 tabular-nums">
        <dt className="text-ui-fg-subtle">{t("attribution.preview.now")}</dt>
        <dd>{say(data.now)}</dd>
        <dt className="text-ui-fg-subtle">{t("attribution.preview.then")}</dt>
        <dd>{say(data.then)}</dd>
      </dl>
    </div>
  )
}
