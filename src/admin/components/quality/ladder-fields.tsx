import { Button, Input, toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import type { QualityRuleItem } from "../../../types/quality"
import { useChangeRule } from "../../hooks/api/quality"

/** After how many messages that came back, within how many days, an address is given up. */
export function LadderFields({ item }: { item: QualityRuleItem }) {
  const { t } = useTranslation("engage")
  const change = useChangeRule()
  const [count, setCount] = useState(item.count ?? 0)
  const [days, setDays] = useState(item.days ?? 0)
  const changed = count !== item.count || days !== item.days

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate(
      { rule: item.rule, count, days },
      {
        onSuccess: () => void toast.success(t("quality.rules.ladderSaved")),
        onError: (error) => void toast.error(error.message),
      }
    )
  }

  return (
    <form
      className="txt-compact-small text-ui-fg-subtle flex flex-wrap items-center gap-2 py-1"
      onSubmit={onSubmit}
    >
      <Input
        type="number"
        size="small"
        className="w-16"
        required
        min={1}
        max={20}
        aria-label={t("quality.rules.ladderCount")}
        value={count}
        onChange={(event) => setCount(Number(event.target.value))}
      />
      {t("quality.rules.ladderWithin")}
      <Input
        type="number"
        size="small"
        className="w-20"
        required
        min={1}
        max={365}
        aria-label={t("quality.rules.ladderDays")}
        value={days}
        onChange={(event) => setDays(Number(event.target.value))}
      />
      {t("quality.rules.ladderUnit")}
      {changed && (
        <Button size="small" variant="secondary" type="submit" isLoading={change.isPending}>
          {t("actions.save")}
        </Button>
      )}
    </form>
  )
}
