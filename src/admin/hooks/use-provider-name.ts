import { useTranslation } from "react-i18next"

/** What a mailbox provider is called. */
export function useProviderName(): (provider: string) => string {
  const { t } = useTranslation("engage")
  return (provider) => t(`quality.provider.${provider}`, { defaultValue: provider })
}
