import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ConsentEntry } from "../../../types/profile"

/** What proves a consent, as far as it is known: where it came from, which wording was shown, what the staff noted. */
export function ConsentProof({ proof }: Pick<ConsentEntry, "proof">) {
  const { t } = useTranslation("engage")
  const parts = [
    proof?.reason,
    proof?.text_version && t("profiles.consent.proof.text", { version: proof.text_version }),
    proof?.ip && t("profiles.consent.proof.ip", { ip: proof.ip }),
  ].filter(Boolean)
  if (!parts.length) return null
  return (
    <Text as="div" size="xsmall" className="text-ui-fg-subtle break-words">
      {parts.join(" · ")}
    </Text>
  )
}
