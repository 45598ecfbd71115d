import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import type { Broadcast } from "../../../types/broadcast"
import { useDeleteBroadcast } from "../../hooks/api/broadcasts"
import { FiledMenu } from "../filing/filed-menu"

/** Copies a broadcast, files it, puts it away, or deletes it while it is a draft. */
export function BroadcastMenu({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useTranslation("engage")
  const navigate = useNavigate()
  const prompt = usePrompt()
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

  return (
    <FiledMenu
      kind="broadcasts"
      row={broadcast}
      copied={(id) => `/engage/broadcasts/${id}`}
      onDelete={broadcast.status === "draft" ? onDelete : undefined}
    />
  )
}
