import { CheckCircleSolid, ExclamationCircleSolid, XCircleSolid } from "@medusajs/icons"
import { Badge, Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { PreflightCheck } from "../../../types/preflight"
import type { TemplateInput } from "../../hooks/api/templates"
import { usePreflight } from "../../hooks/api/content"
import { ErrorState } from "../common/states"

const ICONS = {
  ok: <CheckCircleSolid className="text-ui-tag-green-icon" aria-hidden />,
  warning: <ExclamationCircleSolid className="text-ui-tag-orange-icon" aria-hidden />,
  blocker: <XCircleSolid className="text-ui-tag-red-icon" aria-hidden />,
}

const ORDER = { blocker: 0, warning: 1, ok: 2 }

/** Everything that was found wrong with the message, the worst first. */
export function CheckPanel({ content }: { content: Omit<TemplateInput, "name"> }) {
  const { t } = useTranslation("engage")
  const { data, error, refetch } = usePreflight(content)
  const checks = [...(data?.checks ?? [])].sort((a, b) => ORDER[a.level] - ORDER[b.level])

  return (
    <Container className="mx-auto max-w-[760px] divide-y p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <div>
          <Heading level="h2">{t("editor.check.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("editor.check.hint")}
          </Text>
        </div>
        {data && (
          <Badge
            className="shrink-0 whitespace-nowrap"
            color={data.score >= 90 ? "green" : data.score >= 60 ? "orange" : "red"}
          >
            {t("editor.check.score", { score: data.score })}
          </Badge>
        )}
      </div>
      {error && !data ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : !data ? (
        <Skeleton className="m-6 h-[280px]" />
      ) : (
        <ul role="list" className="divide-y">
          {checks.map((check) => (
            <CheckRow key={check.key} check={check} />
          ))}
        </ul>
      )}
    </Container>
  )
}

function CheckRow({ check }: { check: PreflightCheck }) {
  const { t } = useTranslation("engage")
  return (
    <li className="flex items-start gap-x-3 px-6 py-3">
      <span className="mt-0.5 shrink-0">{ICONS[check.level]}</span>
      <div className="min-w-0">
        <Text size="small" leading="compact" className="text-ui-fg-base">
          <span className="sr-only">{t(`editor.check.${check.level}`)}: </span>
          {check.message}
        </Text>
        {check.details.map((detail) => (
          <Text key={detail} size="small" leading="compact" className="text-ui-fg-subtle mt-1">
            {detail}
          </Text>
        ))}
      </div>
    </li>
  )
}
