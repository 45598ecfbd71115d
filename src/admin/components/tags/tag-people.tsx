import { Button, Drawer, toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { type TagTarget, useChangeTags } from "../../hooks/api/tags"
import { TagListField } from "./tag-list-field"

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

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
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
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("tags.change")}</Drawer.Title>
          <Drawer.Description>{t("tags.changeHint", { count })}</Drawer.Description>
        </Drawer.Header>
        <form className="flex min-h-0 flex-1 flex-col" onSubmit={onSubmit}>
          <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
            <TagListField label={t("tags.give")} tags={add} onChange={setAdd} addable />
            <TagListField label={t("tags.take")} tags={remove} onChange={setRemove} />
          </Drawer.Body>
          <Drawer.Footer>
            <Drawer.Close asChild>
              <Button size="small" variant="secondary">
                {t("actions.cancel")}
              </Button>
            </Drawer.Close>
            <Button
              size="small"
              type="submit"
              isLoading={change.isPending}
              disabled={!add.length && !remove.length}
            >
              {t("actions.save")}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
