import { Button, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useDecideTypoOf } from "../../hooks/api/quality"
import { Small } from "./contact-value"

type SuggestedEmailProps = { profileId: string; address: string | null }

/** The address that was probably meant, to be accepted or dismissed for this person. */
export function SuggestedEmail({ profileId, address }: SuggestedEmailProps) {
  const { t } = useTranslation("engage")
  const decide = useDecideTypoOf()
  if (!address) return null
  const send = (decision: "accepted" | "dismissed") =>
    decide.mutate({ profileId, decision }, { onError: (error) => void toast.error(error.message) })
  return (
    <span className="flex flex-col items-start gap-y-1 py-1">
      <Small>{t("quality.typo.meant", { address })}</Small>
      <span className="flex flex-wrap gap-2">
        <Button size="small" variant="secondary" onClick={() => send("accepted")}>
          {t("quality.typo.accept")}
        </Button>
        <Button size="small" variant="transparent" onClick={() => send("dismissed")}>
          {t("quality.typo.keep")}
        </Button>
      </span>
    </span>
  )
}
