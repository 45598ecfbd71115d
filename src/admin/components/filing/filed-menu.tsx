import { ArchiveBox, FolderOpen, PencilSquare, SquareTwoStack, Tag, Trash } from "@medusajs/icons"
import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import type { FiledKind } from "../../../types/common"
import { useDuplicate } from "../../hooks/api/filing"
import { MoreMenu } from "../common/more-menu"
import { canArchive, type FiledRow, isArchived } from "./filed-row"
import { MoveToFolder } from "./move-to-folder"
import { TagThings } from "./tag-things"
import { useArchiving } from "./use-archiving"

type FiledMenuProps = {
  kind: FiledKind
  row: FiledRow
  /** Where it is changed. */
  edit?: string
  /** Where a copy leads; things of a kind without copies have none. */
  copied?: (id: string) => string
  onDelete?: () => void
}

/** What can be done with a row of a list of things in folders. */
export function FiledMenu({ kind, row, edit, copied, onDelete }: FiledMenuProps) {
  const { t } = useTranslation("engage")
  const navigate = useNavigate()
  const [moving, setMoving] = useState(false)
  const [tagging, setTagging] = useState(false)
  const archiving = useArchiving(kind)
  const duplicate = useDuplicate(kind === "audiences" ? "segments" : kind)
  const archived = isArchived(row)
  const archivable = canArchive(kind, row)

  const actions = [
    edit && { label: t("actions.edit"), icon: <PencilSquare />, to: edit },
    copied && {
      label: t("actions.duplicate"),
      icon: <SquareTwoStack />,
      onClick: () =>
        duplicate.mutate(row.id, {
          onSuccess: (id) => navigate(copied(id)),
          onError: (error) => void toast.error(error.message),
        }),
    },
    { label: t("filing.move"), icon: <FolderOpen />, onClick: () => setMoving(true) },
    { label: t("filing.tag"), icon: <Tag />, onClick: () => setTagging(true) },
    archivable && {
      label: t(archived ? "filing.unarchive" : "filing.archive"),
      icon: <ArchiveBox />,
      onClick: () => void archiving.run([row], !archived),
    },
  ].filter((action) => action !== undefined && action !== "" && action !== false)

  return (
    <>
      <MoreMenu
        groups={[
          { actions },
          ...(onDelete
            ? [{ actions: [{ label: t("actions.delete"), icon: <Trash />, onClick: onDelete }] }]
            : []),
        ]}
      />
      {moving && <MoveToFolder kind={kind} rows={[row]} onClose={() => setMoving(false)} />}
      {tagging && <TagThings kind={kind} rows={[row]} onClose={() => setTagging(false)} />}
    </>
  )
}
