import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { FiledKind } from "../../../types/common"
import { useMoveToFolder } from "../../hooks/api/filing"
import { Field } from "../common/field"
import { FormDrawer } from "../common/form-drawer"
import type { FiledRow } from "./filed-row"
import { FolderInput } from "./folder-input"

type MoveToFolderProps = {
  kind: FiledKind
  rows: FiledRow[]
  onClose: () => void
  onDone?: () => void
}

/** Puts one or many things into a folder, or takes them out of theirs. */
export function MoveToFolder({ kind, rows, onClose, onDone }: MoveToFolderProps) {
  const { t } = useTranslation("engage")
  const [folder, setFolder] = useState(rows.length === 1 ? rows[0].folder : "")
  const move = useMoveToFolder(kind)
  const id = `move-${kind}`

  const onSubmit = () => {
    const to = folder.trim()
    move.mutate(
      { ids: rows.map((row) => row.id), folder: to },
      {
        onSuccess: ({ moved }) => {
          const said = to ? "filing.moved" : "filing.takenOut"
          toast.success(t(said, { count: moved, folder: to }))
          onClose()
          onDone?.()
        },
        onError: (error) => void toast.error(error.message),
      }
    )
  }

  return (
    <FormDrawer
      onOpenChange={(open) => !open && onClose()}
      title={t("filing.moveTitle", { count: rows.length })}
      description={rows.length === 1 ? rows[0].name : undefined}
      onSubmit={onSubmit}
      submit={t("filing.moveSubmit")}
      pending={move.isPending}
    >
      <Field id={id} label={t("filing.folder")} hint={t("filing.folderHint")}>
        <FolderInput id={id} kind={kind} value={folder} onChange={setFolder} />
      </Field>
    </FormDrawer>
  )
}
