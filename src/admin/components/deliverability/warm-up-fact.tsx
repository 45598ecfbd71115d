import { Button, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { SendingAccount } from "../../../types/sending"
import { useSaveWarmUp } from "../../hooks/api/sending"
import { useFormat } from "../../hooks/use-format"
import { Fact } from "../common/values"
import { WarmUpBars } from "./warm-up-bars"
import { WarmUpDrawer } from "./warm-up-drawer"

/** The warm-up of an account: what it is for, or where it stands. */
export function WarmUpFact({ account }: { account: SendingAccount }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const prompt = usePrompt()
  const save = useSaveWarmUp()
  const [editing, setEditing] = useState(false)
  const { warm_up: plan } = account

  const end = async () => {
    const sure = await prompt({
      title: t("sending.warmUp.endTitle"),
      description: t("sending.warmUp.endText"),
      confirmText: t("sending.warmUp.end"),
      cancelText: t("actions.cancel"),
    })
    if (!sure) return
    save.mutate(
      { account: account.account, plan: null },
      {
        onSuccess: () => void toast.success(t("sending.warmUp.ended")),
        onError: (error) => void toast.error(error.message),
      }
    )
  }
  const words = !plan
    ? t("sending.warmUp.off")
    : plan.cap === null
      ? t("sending.warmUp.over")
      : t("sending.warmUp.today", {
          day: plan.today,
          days: plan.days.length,
          sent: format.number(account.sent_today),
          cap: format.number(plan.cap),
        })

  return (
    <Fact label={t("sending.warmUp.title")}>
      <span className="flex flex-col gap-y-4">
        <span className="flex items-start justify-between gap-x-4">
          <span className={plan ? "text-ui-fg-base" : undefined}>{words}</span>
          <span className="flex shrink-0 gap-x-2">
            {plan && (
              <Button size="small" variant="transparent" onClick={end} isLoading={save.isPending}>
                {t("sending.warmUp.end")}
              </Button>
            )}
            <Button size="small" variant="secondary" onClick={() => setEditing(true)}>
              {t(plan ? "sending.warmUp.change" : "sending.warmUp.start")}
            </Button>
          </span>
        </span>
        {plan && plan.cap !== null && <WarmUpBars days={plan.days} />}
      </span>
      {editing && <WarmUpDrawer account={account} onClose={() => setEditing(false)} />}
    </Fact>
  )
}
