import { Skeleton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useSegmentTemplateCount, useSegmentTemplates } from "../../hooks/api/segments"
import { RowsSkeleton } from "../common/states"

/** Ready-made segments to start from, as cards. */
export function SegmentTemplates() {
  const { t } = useTranslation("engage")
  const { data: templates, isPending } = useSegmentTemplates()

  if (isPending) return <RowsSkeleton rows={2} />
  if (!templates?.length) return null

  return (
    <div className="flex flex-col gap-y-3 border-t px-6 py-4">
      <Text size="small" leading="compact" weight="plus">
        {t("segments.templatesTitle")}
      </Text>
      <ul className="grid grid-cols-1 gap-2 md:grid-cols-2 xl:grid-cols-3 2xl:grid-cols-4">
        {templates.map((template) => (
          <li key={template.key}>
            <Link
              to={`/engage/segments/create?template=${template.key}`}
              className="bg-ui-bg-component shadow-elevation-card-rest hover:bg-ui-bg-component-hover transition-fg focus-visible:shadow-borders-focus flex h-full flex-col gap-y-1 rounded-lg px-4 py-3 outline-none"
            >
              <Text
                as="span"
                size="small"
                leading="compact"
                weight="plus"
                className="text-ui-fg-base"
              >
                {template.name}
              </Text>
              <Text as="span" size="xsmall" className="text-ui-fg-subtle">
                {template.description}
              </Text>
              <Count template={template.key} />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** How many it finds; nothing where that cannot be counted. */
function Count({ template }: { template: string }) {
  const { t } = useTranslation("engage")
  const { data: count, isPending } = useSegmentTemplateCount(template)
  if (isPending) return <Skeleton className="mt-auto h-4 w-16" />
  if (count === undefined) return null
  return (
    <Text
      as="span"
      size="xsmall"
      weight="plus"
      className="text-ui-fg-base mt-auto pt-1 tabular-nums"
    >
      {t("segments.templatePeople", { count })}
    </Text>
  )
}
