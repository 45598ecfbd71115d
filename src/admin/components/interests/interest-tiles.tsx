import { clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { InterestTotal } from "../../../types/interest"
import { useFormat } from "../../hooks/use-format"
import { interestRules } from "../../lib/interests"
import { newSegmentHref } from "../../lib/rfm-rules"
import { treemap } from "../../lib/treemap"

const SHOWN = 24
const WIDTH = 100
const HEIGHT = 44

/** Green where more people's interest rises than falls, orange where it falls, grey in between. */
function tone({ people, rising, falling }: InterestTotal): string {
  const balance = (rising - falling) / Math.max(people, 1)
  if (balance > 0.1)
    return "bg-ui-tag-green-bg border-ui-tag-green-border text-ui-tag-green-text hover:bg-ui-tag-green-bg-hover"
  if (balance < -0.1)
    return "bg-ui-tag-orange-bg border-ui-tag-orange-border text-ui-tag-orange-text hover:bg-ui-tag-orange-bg-hover"
  return "bg-ui-tag-neutral-bg border-ui-tag-neutral-border text-ui-tag-neutral-text hover:bg-ui-tag-neutral-bg-hover"
}

type InterestTilesProps = {
  interests: InterestTotal[]
  nameOf: (interest: InterestTotal) => string
}

/** Interests as tiles whose area is their points; each leads to a segment of its people. */
export function InterestTiles({ interests, nameOf }: InterestTilesProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const shown = interests.slice(0, SHOWN)
  const boxes = treemap(
    shown.map(({ score }) => score),
    WIDTH,
    HEIGHT
  )
  return (
    <div className="px-6 py-4">
      <ul className="relative h-[440px]">
        {shown.map((interest, i) => {
          const name = nameOf(interest)
          const people = t("interests.map.people", {
            count: interest.people,
            value: format.number(interest.people),
          })
          const moves = t("interests.map.moves", {
            rising: format.number(interest.rising),
            falling: format.number(interest.falling),
          })
          const { x, y, width, height } = boxes[i]
          return (
            <li
              key={interest.ref}
              className="absolute p-0.5"
              style={{
                left: `${(100 * x) / WIDTH}%`,
                top: `${(100 * y) / HEIGHT}%`,
                width: `${(100 * width) / WIDTH}%`,
                height: `${(100 * height) / HEIGHT}%`,
              }}
            >
              <Link
                to={newSegmentHref(
                  interestRules(interest.kind, interest.ref),
                  t(`interests.inKind.${interest.kind}`, { name })
                )}
                aria-label={t("interests.map.tile", { name, people, moves })}
                title={`${name} · ${people} · ${moves}`}
                className={clx(
                  "transition-fg focus-visible:shadow-borders-focus flex h-full flex-col overflow-hidden rounded-md border px-2 py-1.5 outline-none",
                  tone(interest)
                )}
              >
                <span className="txt-compact-small-plus line-clamp-2">{name}</span>
                {height > 7 && <span className="txt-compact-xsmall truncate">{people}</span>}
                {height > 11 && <span className="txt-compact-xsmall truncate">{moves}</span>}
              </Link>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
