import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { formatters } from "../lib/format"

/** Number, money and time formatters in the language of the admin. */
export function useFormat() {
  const { i18n } = useTranslation()
  return useMemo(() => formatters(i18n.language || "en"), [i18n.language])
}
