import { useTranslation } from "react-i18next"

/** The part of the shop that an event is about. */
export const groupOf = (type: string) => type.split(".")[1]

/** What an event is called. */
export function useEventName() {
  const { t } = useTranslation("engage")
  return (type: string) =>
    type === "engage.webhook.test"
      ? t("webhooks.log.test")
      : t(`webhooks.event.${type.replace("engage.", "")}`, { defaultValue: type })
}
