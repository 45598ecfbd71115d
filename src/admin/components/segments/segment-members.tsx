import { useTranslation } from "react-i18next"
import { useSegmentMembers } from "../../hooks/api/segments"
import { useListParams } from "../../hooks/use-list-params"
import { MembersTable } from "./members-table"

/** The people of a segment and since when they are in it. */
export function SegmentMembers({ id }: { id: string }) {
  const { t } = useTranslation("engage")
  const params = useListParams()
  const { limit, cursor } = params

  return (
    <MembersTable
      query={useSegmentMembers(id, { limit, cursor })}
      params={params}
      since={(member) => member.entered_at}
      empty={{
        title: t("segments.members.emptyTitle"),
        description: t("segments.members.emptyDescription"),
        action: { label: t("segments.editRule"), to: `/engage/segments/${id}/edit` },
      }}
    />
  )
}
