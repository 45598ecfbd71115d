import { Alert, Button, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { BounceStorm } from "../../../types/deliverability"
import { useEndStorm } from "../../hooks/api/deliverability"
import { useFormat } from "../../hooks/use-format"

/** Domains whose addresses came back all at once, each with the question what to do. */
export function Storms({ storms }: { storms: BounceStorm[] }) {
  return storms.map((storm) => <Storm key={storm.domain} {...storm} />)
}

function Storm({ domain, addresses }: BounceStorm) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { mutate, isPending } = useEndStorm()
  const decide = (dead: boolean) =>
    mutate(
      { domain, dead },
      {
        onSuccess: ({ addresses: count }) =>
          toast.success(
            dead ? t("deliverability.storm.kept") : t("deliverability.storm.released", { count })
          ),
        onError: (error) => toast.error(error.message),
      }
    )
  return (
    <Alert variant="warning" className="shadow-elevation-card-rest">
      <div className="flex flex-col gap-y-2">
        <Text size="small" weight="plus">
          {t("deliverability.storm.title", { addresses: format.number(addresses), domain })}
        </Text>
        <Text size="small">{t("deliverability.storm.text", { domain })}</Text>
        <div className="flex gap-x-2">
          <Button size="small" isLoading={isPending} onClick={() => decide(false)}>
            {t("deliverability.storm.release")}
          </Button>
          <Button
            size="small"
            variant="secondary"
            disabled={isPending}
            onClick={() => decide(true)}
          >
            {t("deliverability.storm.dead")}
          </Button>
        </div>
      </div>
    </Alert>
  )
}
