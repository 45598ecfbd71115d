import { Badge, Text, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useTemplateVariables } from "../../../hooks/api/templates"

/** What the campaign's messages can say beside the person: of what let them in, and of what they were given. */
export function MessageSays({ hint }: { hint: string }) {
  const { t } = useTranslation("engage")
  const { data: variables = [] } = useTemplateVariables()
  const own = variables.filter(({ group }) => group === "trigger" || group === "campaign")
  if (!own.length) return null
  return (
    <div className="flex flex-col gap-y-2">
      <Text size="small" leading="compact" weight="plus">
        {t("campaigns.message.says")}
      </Text>
      <ul className="flex flex-wrap gap-1.5">
        {own.map(({ path, label, sample }) => (
          <li key={path} className="max-w-full">
            <Tooltip content={sample || t("editor.variable.noSample")}>
              <Badge size="small" tabIndex={0} className="max-w-full">
                <span className="truncate">{label}</span>
              </Badge>
            </Tooltip>
          </li>
        ))}
      </ul>
      <Text size="small" className="text-ui-fg-subtle">
        {hint}
      </Text>
    </div>
  )
}
