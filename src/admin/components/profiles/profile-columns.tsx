import { Badge, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ListedProfile } from "../../../types/profile"
import { useFormat } from "../../hooks/use-format"
import { ChannelIcons, RfmBadge } from "../common/badges"
import { PersonCell } from "../common/person"
import { Time } from "../common/values"
import type { Column } from "../list/list-table"

/** Columns that are not shown until somebody asks for them. */
export const HIDDEN_AT_FIRST = ["email", "phone", "place", "account"]

/** Columns of a table of people: who they are, what they bought, where they can be reached. */
export function useProfileColumns(): Column<ListedProfile>[] {
  const { t } = useTranslation("engage")
  const format = useFormat()
  return [
    {
      id: "name",
      header: t("profiles.columns.person"),
      sort: "name",
      cell: (profile) => <PersonCell person={profile} />,
    },
    {
      id: "email",
      header: t("profiles.columns.email"),
      cell: (profile) => profile.email ?? "–",
    },
    {
      id: "phone",
      header: t("profiles.columns.phone"),
      cell: (profile) => profile.phone ?? "–",
    },
    {
      id: "place",
      header: t("profiles.columns.place"),
      cell: ({ city, country }) =>
        [city, country && format.country(country)].filter(Boolean).join(", ") || "–",
    },
    {
      id: "account",
      header: t("profiles.columns.account"),
      cell: (profile) => t(`profiles.account.${profile.has_account ? "yes" : "no"}`),
    },
    {
      id: "rfm",
      header: t("profiles.columns.rfm"),
      cell: (profile) => <RfmBadge group={profile.rfm_group} />,
    },
    {
      id: "orders",
      header: t("profiles.columns.orders"),
      sort: "orders",
      align: "right",
      cell: (profile) => format.number(profile.orders),
    },
    {
      id: "revenue",
      header: t("profiles.columns.revenue"),
      sort: "revenue",
      align: "right",
      cell: (profile) => format.money(profile.revenue, profile.currency),
    },
    {
      id: "aov",
      header: t("profiles.columns.aov"),
      align: "right",
      cell: (profile) => format.money(profile.aov, profile.currency),
    },
    {
      id: "last_order_at",
      header: t("profiles.columns.lastOrder"),
      sort: "last_order_at",
      cell: (profile) => <Time at={profile.last_order_at} style="date" />,
    },
    {
      id: "channels",
      header: t("profiles.columns.channels"),
      cell: (profile) => <ChannelIcons channels={profile.subscribed} />,
    },
    {
      id: "tags",
      header: t("profiles.columns.tags"),
      cell: ({ tags }) => <Tags tags={tags} />,
    },
  ]
}

const SHOWN_TAGS = 2

/** The first tags of a person; pointing at the rest names it. */
function Tags({ tags }: { tags: string[] }) {
  if (!tags.length) return "–"
  const rest = tags.slice(SHOWN_TAGS)
  return (
    <span className="flex items-center gap-x-1">
      {tags.slice(0, SHOWN_TAGS).map((tag) => (
        <Badge key={tag} size="2xsmall" className="max-w-[140px]">
          <span className="truncate">{tag}</span>
        </Badge>
      ))}
      {rest.length > 0 && (
        <Tooltip content={rest.join(", ")}>
          <span>
            <Badge size="2xsmall">+{rest.length}</Badge>
          </span>
        </Tooltip>
      )}
    </span>
  )
}
