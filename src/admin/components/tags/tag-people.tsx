import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { type TagTarget, useChangeTags } from "../../hooks/api/tags"
import { TagListField } from "./tag-list-field"
import { FormDrawer } from "../common/form-drawer"

type TagPeopleProps = {
  target: TagTarget
  /** How many people that is. */
  count: number
  onClose: () => void
  onDone?: () => void
}

/** Gives some people tags and takes others away. */
export function TagPeople({ target, count, onClose, onDone }: TagPeopleProps) {
  const { t } = useTranslation("engage")
  const change = useChangeTags()
  const [add, setAdd] = useState<string[]>([])
  const [remove, setRemove] = useState<string[]>([])

  const onSubmit = () => {
    change.mutate(
      { target, add, remove },
      {
        onSuccess: ({ added, removed }) => {
          toast.success(t("tags.changed", { added, removed }))
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
      title={t("tags.change")}
      description={t("tags.changeHint", { count })}
      onSubmit={onSubmit}
      ready={add.length + remove.length > 0}
      pending={change.isPending}
    >
      <TagListField label={t("tags.give")} tags={add} onChange={setAdd} addable />
      <TagListField label={t("tags.take")} tags={remove} onChange={setRemove} />
    </FormDrawer>
  )
}
