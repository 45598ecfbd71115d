import { useTranslation } from "react-i18next"

/** The name people know a mailbox provider by; one without a name of its own goes by its key. */
export function useMailboxName() {
  const { t } = useTranslation("engage")
  return (mailbox: string) =>
    mailbox === "other"
      ? t("deliverability.mailboxes.other")
      : t(`profiles.detail.${mailbox}`, { defaultValue: mailbox })
}
