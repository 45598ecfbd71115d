import { Prompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

/** Asks before everybody's values are changed. */
export function RepairPrompt({ name, onConfirm }: { name: string; onConfirm: () => void }) {
  const { t } = useTranslation("engage")
  return (
    <Prompt.Content>
      <Prompt.Header>
        <Prompt.Title>{t("quality.rules.askTitle", { name })}</Prompt.Title>
        <Prompt.Description>{t("quality.rules.ask")}</Prompt.Description>
      </Prompt.Header>
      <Prompt.Footer>
        <Prompt.Cancel>{t("actions.cancel")}</Prompt.Cancel>
        <Prompt.Action onClick={onConfirm}>{t("quality.rules.repair")}</Prompt.Action>
      </Prompt.Footer>
    </Prompt.Content>
  )
}
