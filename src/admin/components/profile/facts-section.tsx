import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { ProfileDetail, Utm, ValueSource } from "../../../types/profile"
import { useFormat } from "../../hooks/use-format"
import { Section } from "../common/states"
import { Explained, Fact, Time } from "../common/values"
import { AddressAsGiven, Contact, Operator, Small } from "./contact-value"
import { EditDrawer } from "./edit-drawer"
import { Origin } from "./origin"
import { OwnFields } from "./own-fields"
import { RecheckButton } from "./recheck-button"
import { SuggestedEmail } from "./suggested-email"

/** What the shop knows of the person, with where it comes from and how sure it is. */
export function FactsSection({ profile }: { profile: ProfileDetail }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { utm, time_zone: zone } = profile
  const address = [profile.postal_code, profile.city].filter(Boolean).join(" ")
  const campaign = utmText(utm)
  const lastCampaign = utmText(profile.last_utm)
  const [editing, setEditing] = useState(false)

  const { sources } = profile

  return (
    <Section
      title={t("profiles.facts.title")}
      description={t("profiles.facts.complete", { percent: profile.completeness })}
      actions={
        <>
          <RecheckButton profileId={profile.id} />
          <Button size="small" variant="secondary" onClick={() => setEditing(true)}>
            {t("actions.edit")}
          </Button>
        </>
      }
    >
      <Fact label={t("profiles.facts.name")}>
        <span className="text-ui-fg-base">{profile.name ?? "–"}</span>
        {profile.name && <Origin of={latest(sources.first_name, sources.last_name)} />}
      </Fact>
      <Fact label={t("channel.email")}>
        <Contact point={profile.contact.email} />
        <SuggestedEmail profileId={profile.id} address={profile.contact.email.suggestion} />
        {profile.email && <Origin of={sources.email} />}
      </Fact>
      <Fact label={t("profiles.facts.phone")}>
        <Contact point={profile.contact.phone} />
        <Operator operator={profile.operator} />
        {profile.phone && <Origin of={sources.phone} />}
      </Fact>
      <Fact label={t("profiles.facts.address")}>
        {[address, profile.region, profile.country && format.country(profile.country)]
          .filter(Boolean)
          .join(", ") || "–"}
        <AddressAsGiven profile={profile} />
        {(address || profile.country) && (
          <Origin of={latest(sources.city, sources.postal_code, sources.country)} />
        )}
      </Fact>
      <Fact label={t("profiles.facts.language")}>
        {format.language(profile.language)}
        {profile.language && <Origin of={sources.language} />}
      </Fact>
      {profile.gender && (
        <Fact label={t("profiles.facts.gender")}>
          {t(`profiles.gender.${profile.gender}`, { defaultValue: profile.gender })}
          <Origin of={sources.gender} />
        </Fact>
      )}
      <Fact label={t("profiles.facts.birthday")}>
        {profile.birthday
          ? `${format.day(profile.birthday)}${
              profile.age === null ? "" : ` · ${t("profiles.facts.age", { count: profile.age })}`
            }`
          : "–"}
        {profile.birthday && <Origin of={sources.birthday} />}
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
        {profile.source
          ? t(`profiles.origin.${profile.source}`, { defaultValue: profile.source })
          : "–"}
        {campaign && <Small>{t("profiles.facts.firstTouch", { campaign })}</Small>}
        {lastCampaign && <Small>{t("profiles.facts.lastTouch", { campaign: lastCampaign })}</Small>}
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
      <OwnFields fields={profile.fields} />
      {editing && <EditDrawer profile={profile} onClose={() => setEditing(false)} />}
    </Section>
  )
}

const utmText = (utm: Utm) => [utm.source, utm.medium, utm.campaign].filter(Boolean).join(" / ")

/** Of several values shown as one, the one that changed last. */
function latest(...sources: (ValueSource | undefined)[]): ValueSource | undefined {
  return sources.reduce((a, b) => ((b?.at ?? "") > (a?.at ?? "") ? b : a))
}
