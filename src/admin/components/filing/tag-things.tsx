import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { FiledKind } from "../../../types/common"
import { useTagThings, useThingTags } from "../../hooks/api/filing"
import { FormDrawer } from "../common/form-drawer"
import { TagListField } from "../tags/tag-list-field"
import type { FiledRow } from "./filed-row"

type TagThingsProps = {
  kind: FiledKind
  rows: FiledRow[]
  onClose: () => void
  onDone?: () => void
}

/** Gives one or many things tags; of many, what all have in common can be taken away. */
export function TagThings({ kind, rows, onClose, onDone }: TagThingsProps) {
  const { t } = useTranslation("engage")
  const { data: known = [] } = useThingTags(kind)
  const tag = useTagThings(kind)
  const common = rows[0].tags.filter((one) => rows.every((row) => row.tags.includes(one)))
  const [tags, setTags] = useState(common)
  const add = tags.filter((one) => !common.includes(one))
  const remove = common.filter((one) => !tags.includes(one))

  const onSubmit = () => {
    tag.mutate(
      { ids: rows.map((row) => row.id), add, remove },
      {
        onSuccess: ({ changed }) => {
          toast.success(t("filing.tagged", { count: changed }))
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
      title={t("filing.tagTitle", { count: rows.length })}
      description={rows.length === 1 ? rows[0].name : t("filing.tagHint")}
      onSubmit={onSubmit}
      ready={add.length + remove.length > 0}
      pending={tag.isPending}
    >
      <TagListField
        label={t("filing.tags")}
        tags={tags}
        onChange={setTags}
        known={[...new Set([...known, ...tags])]}
        addable
      />
    </FormDrawer>
  )
}
