import { StatusBadge, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { ContactPoint, ProfileDetail } from "../../../types/profile"
import { useProviderName } from "../../hooks/use-provider-name"
import { Time } from "../common/values"

const contactTones = { valid: "green", invalid: "red", missing: "grey" } as const
const PHONE_TYPES = ["mobile", "landline", "unknown"]

/** A contact value as it will be used, what is wrong with it and since when, and what the shop has if that differs. */
export function Contact({ point }: { point: ContactPoint }) {
  const { t } = useTranslation("engage")
  const providerName = useProviderName()
  if (point.status === "missing") return <>–</>
  const differs = point.raw && point.raw !== point.value
  const { detail } = point

  return (
    <span className="flex flex-col items-start gap-y-1">
      <span className="text-ui-fg-base break-all">{point.value ?? point.raw}</span>
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <StatusBadge color={contactTones[point.status]} className="whitespace-nowrap">
          {t(`profiles.contactStatus.${point.status}`)}
        </StatusBadge>
        {detail && (
          <Small>
            {PHONE_TYPES.includes(detail) ? t(`profiles.detail.${detail}`) : providerName(detail)}
          </Small>
        )}
      </span>
      {point.reason && (
        <Small>
          {point.reason}
          {point.invalid_since && (
            <>
              {" "}
              · {t("profiles.facts.invalidSince")} <Time at={point.invalid_since} style="date" />
            </>
          )}
        </Small>
      )}
      {differs && <Small>{t("profiles.facts.raw", { value: point.raw })}</Small>}
    </span>
  )
}

/** Who was given the number, and how far that can be relied on. */
export function Operator({ operator }: Pick<ProfileDetail, "operator">) {
  const { t } = useTranslation("engage")
  if (!operator) return null
  const { name, state } = operator
  const key =
    state === "unknown" ? "operatorUnknown" : state === "given" ? "operator" : "operatorMoved"
  return <Small>{t(`profiles.facts.${key}`, { operator: name })}</Small>
}

/** The address as it was typed, where it differs from how it is shown. */
export function AddressAsGiven({ profile }: { profile: ProfileDetail }) {
  const { t } = useTranslation("engage")
  const { address_as_given: given } = profile
  const same =
    (given.city ?? profile.city) === profile.city &&
    (given.postal_code ?? profile.postal_code) === profile.postal_code &&
    (given.region ?? profile.region) === profile.region
  if (same) return null
  const value = [[given.postal_code, given.city].filter(Boolean).join(" "), given.region]
    .filter(Boolean)
    .join(", ")
  return <Small>{t("profiles.facts.raw", { value })}</Small>
}

/** A line below a value. */
export function Small({ children }: { children: ReactNode }) {
  return (
    <Text as="span" size="xsmall" className="text-ui-fg-subtle block break-words">
      {children}
    </Text>
  )
}
