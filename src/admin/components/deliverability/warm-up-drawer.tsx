import { Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { SendingAccount, WarmUpPlan } from "../../../types/sending"
import { useSaveWarmUp } from "../../hooks/api/sending"
import { NumberField } from "../policy/rule-fields"
import { FormDrawer } from "../common/form-drawer"

const USUAL: WarmUpPlan = { first_day: 500, growth_percent: 40, full_day: 50_000 }
const KEYS = ["first_day", "growth_percent", "full_day"] as const

/** Plans the warm-up of an account. */
export function WarmUpDrawer({
  account,
  onClose,
}: {
  account: SendingAccount
  onClose: () => void
}) {
  const { t } = useTranslation("engage")
  const save = useSaveWarmUp()
  const [plan, setPlan] = useState<Record<keyof WarmUpPlan, number | null>>(() => {
    const { first_day, growth_percent, full_day } = account.warm_up ?? USUAL
    return { first_day, growth_percent, full_day }
  })
  const { first_day, growth_percent, full_day } = plan
  const isRight = Boolean(first_day && growth_percent && full_day && full_day > first_day)

  const onSubmit = () => {
    if (!isRight) return
    save.mutate(
      { account: account.account, plan: plan as WarmUpPlan },
      {
        onSuccess: () => {
          toast.success(t("sending.warmUp.saved"))
          onClose()
        },
        onError: (error) => void toast.error(error.message),
      }
    )
  }

  return (
    <FormDrawer
      onOpenChange={(open) => !open && onClose()}
      title={t(account.warm_up ? "sending.warmUp.change" : "sending.warmUp.start")}
      description={t("sending.warmUp.off")}
      onSubmit={onSubmit}
      ready={isRight}
      pending={save.isPending}
    >
      {KEYS.map((key) => (
        <NumberField
          key={key}
          id={`warm-up-${key}`}
          label={t(`sending.warmUp.${key}`)}
          value={plan[key]}
          onChange={(value) => setPlan({ ...plan, [key]: value })}
        />
      ))}
      <Text size="small" className="text-ui-fg-subtle" aria-live="polite">
        {isRight
          ? t("sending.warmUp.forecast", {
              count: Math.ceil(
                Math.log(full_day! / first_day!) / Math.log(1 + growth_percent! / 100)
              ),
            })
          : t("sending.warmUp.wrong")}
      </Text>
    </FormDrawer>
  )
}
