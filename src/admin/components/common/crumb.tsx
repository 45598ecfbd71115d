import { useTranslation } from "react-i18next"
import { useAudience } from "../../hooks/api/audiences"
import { useBroadcast } from "../../hooks/api/broadcasts"
import { useCampaign } from "../../hooks/api/campaigns"
import { useProfile } from "../../hooks/api/profiles"
import { useSegment } from "../../hooks/api/segments"
import { useTemplate } from "../../hooks/api/templates"

/** A breadcrumb with a fixed text. */
export function Crumb({ label }: { label: string }) {
  const { t } = useTranslation("engage")
  return <>{t(label)}</>
}

/** A breadcrumb with the name of a profile. */
export function ProfileCrumb({ id }: { id: string }) {
  const { data } = useProfile(id)
  return <>{data ? (data.name ?? data.email ?? data.phone ?? id) : "…"}</>
}

/** A breadcrumb with the name of a segment. */
export function SegmentCrumb({ id }: { id: string }) {
  return <>{useSegment(id).data?.name ?? "…"}</>
}

/** A breadcrumb with the name of an audience. */
export function AudienceCrumb({ id }: { id: string }) {
  return <>{useAudience(id).data?.name ?? "…"}</>
}

/** A breadcrumb with the name of a template. */
export function TemplateCrumb({ id }: { id: string }) {
  return <>{useTemplate(id).data?.name ?? "…"}</>
}

/** A breadcrumb with the name of a broadcast. */
export function BroadcastCrumb({ id }: { id: string }) {
  return <>{useBroadcast(id).data?.name ?? "…"}</>
}

/** A breadcrumb with the name of a campaign. */
export function CampaignCrumb({ id }: { id: string }) {
  return <>{useCampaign(id).data?.name ?? "…"}</>
}
