import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { Badge, Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { ErrorState, RowsSkeleton, Section } from "../components/common/states"
import { Time } from "../components/common/values"
import { useOrderAttribution } from "../hooks/api/overview"
import type { OrderAttribution } from "../../types/overview"
import { SourceLink } from "../components/message/source-link"

type OrderWidgetProps = { data: { id: string } }

/** On Medusa's order page: the broadcast or campaign that led to the order, and the way to the buyer's profile. */
const OrderWidget = ({ data: order }: OrderWidgetProps) => {
  const { t } = useTranslation("engage")
  const { data, error, refetch } = useOrderAttribution(order.id)

  return (
    <Section
      title={t("menu.engage")}
      actions={
        data?.profile && (
          <Button size="small" variant="secondary" asChild>
            <Link to={`/engage/profiles/${data.profile.id}`}>{t("profiles.widget.open")}</Link>
          </Button>
        )
      }
    >
      {error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : !data ? (
        <RowsSkeleton rows={2} />
      ) : data.touches.length ? (
        data.touches.map((touch) => <Touch key={touch.sent_at + touch.source?.id} touch={touch} />)
      ) : (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("profiles.widget.notAssisted")}
        </Text>
      )}
    </Section>
  )
}

function Touch({ touch }: { touch: OrderAttribution["touches"][number] }) {
  const { t } = useTranslation("engage")
  return (
    <div className="flex flex-col gap-y-1 px-6 py-4">
      <div className="flex items-center justify-between gap-x-4">
        <Text size="small" leading="compact" className="text-ui-fg-subtle">
          {t("profiles.timeline.assistedBy")}
        </Text>
        <Badge size="2xsmall">{t(`channel.${touch.channel}`)}</Badge>
      </div>
      {touch.source && <SourceLink source={touch.source} />}
      <Text as="div" size="xsmall" className="text-ui-fg-muted">
        {t(`broadcasts.kind.${touch.kind}`)} <Time at={touch.interaction_at} />
      </Text>
    </div>
  )
}

export const config = defineWidgetConfig({ zone: "order.details.side", id: "engage-order" })

export default OrderWidget
