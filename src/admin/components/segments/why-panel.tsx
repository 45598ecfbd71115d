import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ProfileListItem } from "../../../types/profile"
import { ProfilePicker, personName } from "../picker/profile-picker"

type WhyPanelProps = {
  person: ProfileListItem | null
  onPick: (person: ProfileListItem | null) => void
  /** Whether the rule finds the person; not known while the rule is incomplete. */
  matches: boolean | undefined
}

/** Tries the rule on one person: the rows then show what holds for them. */
export function WhyPanel({ person, onPick, matches }: WhyPanelProps) {
  const { t } = useTranslation("engage")
  return (
    <Container className="flex flex-col gap-y-2 px-6 py-4">
      <Heading level="h2">{t("segments.why.title")}</Heading>
      <Text size="small" className="text-ui-fg-subtle">
        {t("segments.why.hint")}
      </Text>
      <ProfilePicker
        label={t("segments.why.pick")}
        current={person ? personName(person) : null}
        onPick={onPick}
      />
      {person && matches !== undefined && (
        <div className="flex items-center justify-between gap-x-2">
          <Text
            size="small"
            weight="plus"
            role="status"
            className={matches ? "text-ui-tag-green-text" : "text-ui-tag-red-text"}
          >
            {personName(person)} {t(matches ? "segments.why.in" : "segments.why.out")}
          </Text>
          <Button size="small" variant="transparent" onClick={() => onPick(null)}>
            {t("segments.why.clear")}
          </Button>
        </div>
      )}
    </Container>
  )
}
