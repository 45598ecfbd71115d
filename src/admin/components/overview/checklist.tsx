import { CheckCircleSolid, CircleDottedLine, TriangleRightMini } from "@medusajs/icons"
import { Badge, Text, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Overview } from "../../../types/overview"
import { Section } from "../common/states"

const links = {
  sender: "/settings/engage#sender",
  provider: "/settings/engage#providers",
  data: "/settings/engage#sources",
  tracker: "/engage/events?script=true",
  segment: "/engage/segments/create",
  template: "/engage/templates/create",
  broadcast: "/engage/broadcasts",
  recipe: "/engage/campaigns/recipes",
} as const

/** The steps from a new install to the first broadcast and the first campaign. It goes away when all of them are done. */
export function Checklist({ steps }: { steps: Overview["checklist"] }) {
  const { t } = useTranslation("engage")
  const done = steps.filter((step) => step.done).length
  if (done === steps.length) return null
  const next = steps.find((step) => !step.done)?.key

  return (
    <Section
      title={t("overview.checklist.title")}
      description={t("overview.checklist.description")}
      actions={
        <Badge size="2xsmall">
          {t("overview.checklist.progress", { done, total: steps.length })}
        </Badge>
      }
    >
      <ol className="grid grid-cols-1 gap-2 px-6 py-4 md:grid-cols-2 xl:grid-cols-4">
        {steps.map((step) => (
          <li key={step.key}>
            <Link
              to={links[step.key]}
              className={clx(
                "bg-ui-bg-component shadow-elevation-card-rest hover:bg-ui-bg-component-hover transition-fg focus-visible:shadow-borders-focus flex h-full items-start gap-x-3 rounded-lg px-4 py-3 outline-none",
                step.key === next && "shadow-borders-interactive-with-active"
              )}
            >
              {step.done ? (
                <CheckCircleSolid className="text-ui-tag-green-icon mt-0.5 shrink-0" />
              ) : (
                <CircleDottedLine className="text-ui-fg-subtle mt-0.5 shrink-0" />
              )}
              <span className="flex min-w-0 flex-1 flex-col">
                <Text
                  as="span"
                  size="small"
                  leading="compact"
                  weight="plus"
                  className="text-ui-fg-base"
                >
                  {t(`overview.checklist.${step.key}.title`)}
                  {step.done && <span className="sr-only"> ({t("overview.checklist.done")})</span>}
                </Text>
                <Text as="span" size="xsmall" className="text-ui-fg-subtle">
                  {t(`overview.checklist.${step.key}.description`)}
                </Text>
              </span>
              <TriangleRightMini className="text-ui-fg-subtle mt-0.5 shrink-0" aria-hidden />
            </Link>
          </li>
        ))}
      </ol>
    </Section>
  )
}
