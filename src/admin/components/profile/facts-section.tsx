import { StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { ContactPoint, ProfileDetail } from "../../../types/profile"
import { useFormat } from "../../hooks/use-format"
import { Section } from "../common/states"
import { Explained, Fact, Time } from "../common/values"

/** What the shop knows of the person, with where it comes from and how sure it is. */
export function FactsSection({ profile }: { profile: ProfileDetail }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { utm, time_zone: zone } = profile
  const address = [profile.postal_code, profile.city].filter(Boolean).join(" ")
  const campaign = [utm.source, utm.medium, utm.campaign].filter(Boolean).join(" / ")

  return (
    <Section title={t("profiles.facts.title")}>
      <Fact label={t("channel.email")}>
        <Contact point={profile.contact.email} />
      </Fact>
      <Fact label={t("profiles.facts.phone")}>
        <Contact point={profile.contact.phone} />
      </Fact>
      <Fact label={t("profiles.facts.address")}>
        {[address, profile.country && format.country(profile.country)].filter(Boolean).join(", ") ||
          "–"}
      </Fact>
      <Fact label={t("profiles.facts.language")}>{format.language(profile.language)}</Fact>
      {profile.gender && (
        <Fact label={t("profiles.facts.gender")}>
          {t(`profiles.gender.${profile.gender}`, { defaultValue: profile.gender })}
        </Fact>
      )}
      <Fact label={t("profiles.facts.birthday")}>
        {profile.birthday
          ? `${format.day(profile.birthday)}${
              profile.age === null ? "" : ` · ${t("profiles.facts.age", { count: profile.age })}`
            }`
          : "–"}
      </Fact>
      <Fact
        label={
          <Explained label={t("profiles.facts.timeZone")}>
            {t("profiles.facts.timeZoneHint")}
          </Explained>
        }
      >
        {zone.value}
        <Small>
          {t(`profiles.zoneSource.${zone.source}`, { defaultValue: zone.source })} ·{" "}
          {t("profiles.facts.confidence", { percent: zone.confidence })}
        </Small>
      </Fact>
      <Fact label={t("profiles.facts.source")}>
        {profile.source ?? campaign ?? "–"}
        {profile.source && campaign && <Small>{campaign}</Small>}
      </Fact>
      <Fact label={t("profiles.facts.registered")}>
        <Time at={profile.registered_at} style="date" />
      </Fact>
      <Fact label={t("profiles.facts.customers")}>
        {profile.customer_ids.length === 0 && "–"}
        <span className="flex flex-col gap-y-1">
          {profile.customer_ids.map((id, index) => (
            <Link
              key={id}
              to={`/customers/${id}`}
              title={id}
              className="text-ui-tag-blue-text hover:underline focus-visible:shadow-borders-focus rounded-md outline-none"
            >
              {t("profiles.facts.customer", { number: index + 1 })}
            </Link>
          ))}
        </span>
      </Fact>
    </Section>
  )
}

const contactTones = { valid: "green", invalid: "red", missing: "grey" } as const

/** A contact value as it will be used, what is wrong with it, and what the shop has if that differs. */
function Contact({ point }: { point: ContactPoint }) {
  const { t } = useTranslation("engage")
  if (point.status === "missing") return <>–</>
  const differs = point.raw && point.raw !== point.value

  return (
    <span className="flex flex-col items-start gap-y-1">
      <span className="text-ui-fg-base break-all">{point.value ?? point.raw}</span>
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <StatusBadge color={contactTones[point.status]} className="whitespace-nowrap">
          {t(`profiles.contactStatus.${point.status}`)}
        </StatusBadge>
        {point.detail && (
          <Small>{t(`profiles.detail.${point.detail}`, { defaultValue: point.detail })}</Small>
        )}
      </span>
      {point.reason && <Small>{point.reason}</Small>}
      {differs && <Small>{t("profiles.facts.raw", { value: point.raw })}</Small>}
    </span>
  )
}

function Small({ children }: { children: React.ReactNode }) {
  return (
    <Text as="span" size="xsmall" className="text-ui-fg-subtle block break-words">
      {children}
    </Text>
  )
}
