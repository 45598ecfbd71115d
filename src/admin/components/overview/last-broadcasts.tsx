import { PaperPlane } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Broadcast } from "../../../types/broadcast"
import { BroadcastsTable } from "../broadcasts/broadcasts-table"
import { EmptyState, Section } from "../common/states"

/** The newest broadcasts, with a way to all of them. */
export function LastBroadcasts({ broadcasts }: { broadcasts: Broadcast[] }) {
  const { t } = useTranslation("engage")
  return (
    <Section
      title={t("overview.lastBroadcasts")}
      actions={
        <Button size="small" variant="transparent" asChild>
          <Link to="/engage/broadcasts">{t("overview.allBroadcasts")}</Link>
        </Button>
      }
    >
      {broadcasts.length ? (
        <BroadcastsTable broadcasts={broadcasts} />
      ) : (
        <EmptyState
          icon={<PaperPlane />}
          title={t("broadcasts.emptyTitle")}
          description={t("broadcasts.emptyDescription")}
          action={{ label: t("overview.toBroadcasts"), to: "/engage/broadcasts" }}
        />
      )}
    </Section>
  )
}
