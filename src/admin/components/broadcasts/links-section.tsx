import { useTranslation } from "react-i18next"
import { Link as RouteLink } from "react-router-dom"
import type { BroadcastReport } from "../../../types/broadcast-report"
import { useFormat } from "../../hooks/use-format"
import { EmptyState, Section } from "../common/states"
import { type Column, ListTable } from "../list/list-table"

type LinksSectionProps = {
  broadcastId: string
  links: BroadcastReport["links"]
  /** People who opened; `null` where nobody can know. */
  opened: number | null
}

type Link = BroadcastReport["links"][number]

/** What a link has of each person's own, such as the product they see. */
const VARIABLE = /\{\{[^}]*\}\}/g

/** Where people clicked. */
export function LinksSection({ broadcastId, links, opened }: LinksSectionProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()

  const columns: Column<Link>[] = [
    {
      id: "url",
      header: t("broadcasts.links.link"),
      cell: (link) => (
        <span className="block max-w-[480px] truncate" title={link.url}>
          {link.url.replace(VARIABLE, "…")}
        </span>
      ),
    },
    {
      id: "people",
      header: t("broadcasts.columns.people"),
      align: "right",
      cell: (link) =>
        link.link === null ? (
          format.number(link.people)
        ) : (
          <RouteLink
            className="text-ui-tag-blue-text focus-visible:shadow-borders-focus rounded-sm outline-none hover:underline"
            to={`/engage/broadcasts/${broadcastId}/people?kind=clicked&link=${link.link}`}
          >
            {format.number(link.people)}
          </RouteLink>
        ),
    },
    ...(opened === null
      ? []
      : [
          {
            id: "share",
            header: t("broadcasts.links.ofOpened"),
            align: "right" as const,
            cell: (link: Link) => (opened ? format.share(link.people / opened) : "–"),
          },
        ]),
    {
      id: "clicks",
      header: t("broadcasts.links.clicks"),
      align: "right",
      cell: (link) => format.number(link.clicks),
    },
  ]

  return (
    <Section title={t("broadcasts.links.title")}>
      {links.length ? (
        <ListTable
          label={t("broadcasts.links.title")}
          columns={columns}
          rows={links}
          rowKey={(link) => link.url}
        />
      ) : (
        <EmptyState
          className="min-h-[140px] py-6"
          title={t("broadcasts.links.emptyTitle")}
          description={t("broadcasts.links.emptyDescription")}
        />
      )}
    </Section>
  )
}
