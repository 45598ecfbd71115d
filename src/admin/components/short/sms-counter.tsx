import { Text, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { SmsLength } from "../../../types/content"

/** How long a text message is and as how many it is billed, with what makes it dearer. */
export function SmsCounter({ length }: { length: SmsLength | null | undefined }) {
  const { t } = useTranslation("engage")
  if (!length) return null
  const { segments, units, left, encoding, special } = length
  return (
    <div className="flex flex-col gap-y-1" role="status" data-testid="sms-length">
      <Text size="small" leading="compact" className="text-ui-fg-base tabular-nums">
        {t("short.sms.segments", { count: segments })} ·{" "}
        <span className={clx(segments > 1 ? "text-ui-fg-base" : "text-ui-fg-subtle")}>
          {t("short.sms.units", { count: units })}, {t("short.sms.left", { count: left })}
        </span>
      </Text>
      {encoding === "ucs-2" && (
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("short.sms.special", {
            letters: special.join(" "),
            interpolation: { escapeValue: false },
          })}
        </Text>
      )}
    </div>
  )
}
