import { Plus, Trash } from "@medusajs/icons"
import { Button, IconButton, Input, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { channelForm } from "../../../types/channel-form"
import type { Channel } from "../../../types/common"
import type { SendingAccount } from "../../../types/sending"
import { useSavePrices } from "../../hooks/api/sending"
import { toPrice, toPriceInput } from "../../lib/format"
import { FormDrawer } from "../common/form-drawer"

/** A price as it is being written: in major units, empty while nothing is. */
type Line = { destination: string; amount: string }

type PricesDrawerProps = {
  account: SendingAccount
  currency: string
  perPart: boolean
  onClose: () => void
}

/** All prices of an account: one for everything, and where numbers are called one for each country that differs. */
export function PricesDrawer({ account, currency, perPart, onClose }: PricesDrawerProps) {
  const { t } = useTranslation("engage")
  const save = useSavePrices()
  const byNumber = channelForm(account.account.split(" ")[0] as Channel).to === "phone"
  const [lines, setLines] = useState<Line[]>(() => linesOf(account, currency))
  const change = (index: number, part: Partial<Line>) =>
    setLines(lines.map((line, i) => (i === index ? { ...line, ...part } : line)))

  const onSubmit = () => {
    const prices = lines
      .filter(({ amount }) => amount.trim() !== "")
      .map(({ destination, amount }) => ({
        destination: destination.trim(),
        price: toPrice(Number(amount), currency),
      }))
    save.mutate(
      { account: account.account, prices },
      {
        onSuccess: () => {
          toast.success(t("sending.prices.saved"))
          onClose()
        },
        onError: (error) => void toast.error(error.message),
      }
    )
  }

  return (
    <FormDrawer
      onOpenChange={(open) => !open && onClose()}
      title={t("sending.prices.title")}
      description={t(perPart ? "sending.prices.hintPart" : "sending.prices.hint")}
      onSubmit={onSubmit}
      pending={save.isPending}
    >
      {lines.map(({ destination, amount }, i) => (
        <div
          key={i}
          role="group"
          aria-label={`${t("sending.prices.title")} ${i + 1}`}
          className="grid grid-cols-[1fr_140px_40px_auto] items-center gap-2"
        >
          {i ? (
            <Input
              size="small"
              required
              aria-label={`${t("sending.prices.destination")} (${i + 1})`}
              placeholder="+49"
              value={destination}
              onChange={({ target }) => change(i, { destination: target.value })}
            />
          ) : (
            <Text size="small">{t(byNumber ? "sending.prices.others" : "sending.prices.all")}</Text>
          )}
          <Input
            size="small"
            type="number"
            min={0}
            step="any"
            required={i > 0}
            className="text-right"
            aria-label={`${t("sending.prices.amount")} (${i + 1})`}
            value={amount}
            onChange={({ target }) => change(i, { amount: target.value })}
          />
          <Text size="small" className="text-ui-fg-subtle">
            {currency.toUpperCase()}
          </Text>
          <IconButton
            size="small"
            variant="transparent"
            type="button"
            className={i ? undefined : "invisible"}
            aria-label={`${t("sending.prices.remove")} ${i + 1}`}
            onClick={() => setLines(lines.filter((_, at) => at !== i))}
          >
            <Trash />
          </IconButton>
        </div>
      ))}
      {byNumber && (
        <div>
          <Button
            size="small"
            variant="secondary"
            type="button"
            onClick={() => setLines([...lines, { destination: "", amount: "" }])}
          >
            <Plus /> {t("sending.prices.add")}
          </Button>
        </div>
      )}
    </FormDrawer>
  )
}

/** The price for all others first, whether it is set or not. */
function linesOf({ prices }: SendingAccount, currency: string): Line[] {
  const line = (destination: string, price: number) => ({
    destination,
    amount: toPriceInput(price, currency),
  })
  const others = prices.find(({ destination }) => !destination)
  return [
    others ? line("", others.price) : { destination: "", amount: "" },
    ...prices
      .filter(({ destination }) => destination)
      .sort((a, b) => a.destination.localeCompare(b.destination))
      .map(({ destination, price }) => line(destination, price)),
  ]
}
