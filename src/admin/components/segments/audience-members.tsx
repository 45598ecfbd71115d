import { useTranslation } from "react-i18next"
import { useAudienceMembers } from "../../hooks/api/audiences"
import { useListParams } from "../../hooks/use-list-params"
import { MembersTable } from "./members-table"

/** The people of an audience and since when they are in it. */
export function AudienceMembers({ id }: { id: string }) {
  const { t } = useTranslation("engage")
  const params = useListParams()
  const { limit, cursor } = params

  return (
    <MembersTable
      query={useAudienceMembers(id, { limit, cursor })}
      params={params}
      since={(member) => member.added_at}
      empty={{
        title: t("audiences.membersEmpty"),
        description: t("audiences.membersEmptyHint"),
      }}
    />
  )
}
