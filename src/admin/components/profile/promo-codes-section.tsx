import { Badge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { GivenCode } from "../../../types/campaign-errand"
import { useProfileCodes } from "../../hooks/api/profiles"
import { Section } from "../common/states"
import { Time } from "../common/values"

const COLORS = { open: "green", redeemed: "blue", expired: "grey", revoked: "orange" } as const

/** Promo codes that campaigns gave to the person; nothing where there are none. */
export function PromoCodesSection({ profileId }: { profileId: string }) {
  const { t } = useTranslation("engage")
  const { data: codes = [] } = useProfileCodes(profileId)
  if (!codes.length) return null
  return (
    <Section title={t("profiles.promoCodes.title")}>
      <ul className="divide-y">
        {codes.map((one) => (
          <Code key={one.code} code={one} />
        ))}
      </ul>
    </Section>
  )
}

const linkClass =
  "text-ui-fg-base hover:text-ui-fg-interactive focus-visible:shadow-borders-focus rounded-md outline-none"

function Code({ code }: { code: GivenCode }) {
  const { t } = useTranslation("engage")
  const at = { open: code.expires_at, redeemed: code.redeemed_at, expired: code.expires_at }
  const when = code.state === "revoked" ? null : at[code.state]
  return (
    <li className="flex flex-col gap-y-1 px-6 py-3">
      <div className="flex items-center justify-between gap-x-4">
        <Link
          to={`/promotions/${code.promotion_id}`}
          className={`txt-compact-small-plus min-w-0 truncate font-mono ${linkClass}`}
        >
          {code.code}
        </Link>
        <Badge size="2xsmall" color={COLORS[code.state]}>
          {t(`profiles.promoCodes.state.${code.state}`)}
        </Badge>
      </div>
      <div className="flex items-center justify-between gap-x-4">
        <Link
          to={`/engage/campaigns/${code.campaign.id}`}
          className={`txt-compact-xsmall min-w-0 truncate ${linkClass}`}
        >
          {code.campaign.name}
        </Link>
        {when && (
          <Text as="span" size="xsmall" className="text-ui-fg-subtle whitespace-nowrap">
            {code.state === "open" && t("profiles.promoCodes.until")}{" "}
            <Time at={when} style="date" />
          </Text>
        )}
      </div>
    </li>
  )
}
