import { ArchiveBox, SquareTwoStack, Trash } from "@medusajs/icons"
import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { type Broadcast, ON_ITS_WAY } from "../../../types/broadcast"
import {
  useBroadcastAction,
  useDeleteBroadcast,
  useUpdateBroadcast,
} from "../../hooks/api/broadcasts"
import { MoreMenu } from "../common/more-menu"

/** Copies a broadcast, puts it away, or deletes it while it is a draft. */
export function BroadcastMenu({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useTranslation("engage")
  const navigate = useNavigate()
  const prompt = usePrompt()
  const action = useBroadcastAction(broadcast.id)
  const update = useUpdateBroadcast(broadcast.id)
  const remove = useDeleteBroadcast(broadcast.id)
  const failed = (error: Error) => void toast.error(error.message)

  const onDelete = async () => {
    const sure = await prompt({
      title: t("broadcasts.delete.title"),
      description: t("broadcasts.delete.description", { name: broadcast.name }),
      confirmText: t("actions.delete"),
      cancelText: t("actions.cancel"),
    })
    if (!sure) return
    remove.mutate(undefined, {
      onSuccess: () => {
        toast.success(t("broadcasts.delete.done"))
        navigate("/engage/broadcasts", { replace: true })
      },
      onError: failed,
    })
  }

  const groups = [
    {
      actions: [
        {
          label: t("actions.duplicate"),
          icon: <SquareTwoStack />,
          onClick: () =>
            action.mutate("duplicate", {
              onSuccess: ({ broadcast: copy }) => navigate(`/engage/broadcasts/${copy.id}`),
              onError: failed,
            }),
        },
        ...(!ON_ITS_WAY.includes(broadcast.status)
          ? [
              {
                label: t(broadcast.archived_at ? "broadcasts.unarchive" : "broadcasts.archive"),
                icon: <ArchiveBox />,
                onClick: () =>
                  update.mutate({ archived: !broadcast.archived_at }, { onError: failed }),
              },
            ]
          : []),
      ],
    },
    ...(broadcast.status === "draft"
      ? [{ actions: [{ label: t("actions.delete"), icon: <Trash />, onClick: onDelete }] }]
      : []),
  ]
  return <MoreMenu groups={groups} />
}
