import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { FiledKind } from "../../../types/common"
import { useArchive } from "../../hooks/api/filing"
import { useFormat } from "../../hooks/use-format"
import type { FiledRow } from "./filed-row"

/** Archives things or brings them back, tells what came of it, and asks first when something depends on them. */
export function useArchiving(kind: FiledKind) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const prompt = usePrompt()
  const archive = useArchive(kind)

  const warning = (rows: FiledRow[]) => {
    if (kind === "campaigns") {
      const inside = rows.reduce((sum, row) => sum + (row.inside ?? 0), 0)
      return t("filing.archiveCampaigns", { inside: format.number(inside) })
    }
    if (kind !== "templates") return null
    const names = new Set(rows.flatMap((row) => row.used_in?.map((use) => `“${use.name}”`) ?? []))
    return names.size ? t("filing.archiveUsed", { names: [...names].join(", ") }) : null
  }

  const run = async (rows: FiledRow[], archived: boolean): Promise<boolean> => {
    const description = archived ? warning(rows) : null
    const count = rows.length
    const sure =
      !description ||
      (await prompt({
        title: t("filing.archiveTitle", { count }),
        description,
        confirmText: t("filing.archive"),
        cancelText: t("actions.cancel"),
      }))
    if (!sure) return false
    const ids = rows.map((row) => row.id)
    const { done, failures } = await archive.mutateAsync({ ids, archived })
    if (done) toast.success(t(archived ? "filing.archived" : "filing.unarchived", { count: done }))
    if (failures.length)
      toast.error(t("filing.notAll", { failed: failures.length, reason: failures[0] }))
    return true
  }
  return { run, isPending: archive.isPending }
}
