import { useTranslation } from "react-i18next"
import { INTEREST_KINDS, type InterestKind } from "../../../types/interest"
import { Chip } from "../common/chip"

type KindChipsProps = {
  kinds?: readonly InterestKind[]
  value: InterestKind
  onChange: (kind: InterestKind) => void
}

/** One of the kinds of interests. */
export function KindChips({ kinds = INTEREST_KINDS, value, onChange }: KindChipsProps) {
  const { t } = useTranslation("engage")
  return (
    <div
      role="group"
      aria-label={t("interests.profile.kindLabel")}
      className="flex flex-wrap gap-1.5"
    >
      {kinds.map((kind) => (
        <Chip
          key={kind}
          active={kind === value}
          label={t(`interests.kind.${kind}`)}
          onClick={() => onChange(kind)}
        />
      ))}
    </div>
  )
}
