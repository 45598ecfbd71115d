import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ValueSource } from "../../../types/profile"
import { Time } from "../common/values"

/** Where a value came from and when it last changed, in small print under it. */
export function Origin({ of }: { of: ValueSource | null | undefined }) {
  const { t } = useTranslation("engage")
  if (!of) return null
  return (
    <Text as="span" size="xsmall" className="text-ui-fg-subtle block">
      {t(`profiles.changeSource.${of.source}`, { defaultValue: of.source })}
      {of.at && (
        <>
          {" · "}
          <Time at={of.at} style="date" />
        </>
      )}
    </Text>
  )
}
