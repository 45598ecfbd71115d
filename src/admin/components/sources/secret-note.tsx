import { Copy, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

/** A new secret, which is shown this once. */
export function SecretNote({ secret }: { secret: string }) {
  const { t } = useTranslation("engage")
  return (
    <div
      role="status"
      className="bg-ui-bg-highlight shadow-elevation-card-rest flex flex-col gap-y-2 rounded-lg p-4"
    >
      <Text size="small" weight="plus">
        {t("sources.secret.once")}
      </Text>
      <div className="flex items-center gap-x-2">
        <code className="txt-compact-small min-w-0 break-all">{secret}</code>
        <Copy content={secret} aria-label={t("sources.copySecret")} />
      </div>
    </div>
  )
}
