import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { SendingAccount } from "../../../types/sending"
import { useFormat } from "../../hooks/use-format"
import { Fact } from "../common/values"
import { PricesDrawer } from "./prices-drawer"

type PricesFactProps = { account: SendingAccount; currency: string; perPart: boolean }

/** What a message costs through a service. */
export function PricesFact({ account, currency, perPart }: PricesFactProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const [editing, setEditing] = useState(false)
  const { prices } = account
  const several = prices.some(({ destination }) => destination)

  return (
    <Fact label={t(perPart ? "sending.prices.perPart" : "sending.prices.perMessage")}>
      <span className="flex items-start justify-between gap-x-4">
        <span className="flex min-w-0 flex-col gap-y-1">
          {!prices.length && <span>{t("sending.prices.none")}</span>}
          {prices.map(({ destination, price }) => (
            <span key={destination} className="flex gap-x-2 tabular-nums">
              {several && (
                <span className="min-w-20">{destination || t("sending.prices.others")}</span>
              )}
              <span className="text-ui-fg-base">{format.price(price, currency)}</span>
            </span>
          ))}
        </span>
        <Button
          size="small"
          variant="secondary"
          className="shrink-0"
          onClick={() => setEditing(true)}
        >
          {t(prices.length ? "sending.prices.edit" : "sending.prices.set")}
        </Button>
      </span>
      {editing && (
        <PricesDrawer
          account={account}
          currency={currency}
          perPart={perPart}
          onClose={() => setEditing(false)}
        />
      )}
    </Fact>
  )
}
