import { Button, Input, Label, Prompt, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Block } from "../../../types/document"
import { useCreateSavedBlock, useSavedBlocks, useUpdateSavedBlock } from "../../hooks/api/content"
import { replaceBlock } from "../../lib/message-blocks"
import { useMessageEditor } from "./editor-context"

/** Saves a block for other messages, or brings a change of it to every message that has it. */
export function SaveBlockDialog({ block, onClose }: { block: Block; onClose: () => void }) {
  const { t } = useTranslation("engage")
  const { change } = useMessageEditor()
  const { data: saved = [] } = useSavedBlocks()
  const known = saved.find(({ id }) => id === block.saved_id)
  const [name, setName] = useState("")
  const create = useCreateSavedBlock()
  const update = useUpdateSavedBlock()
  const failed = (error: Error) => void toast.error(error.message)

  const onCreate = () =>
    create.mutate(
      { name, block },
      {
        onSuccess: ({ block: made }) => {
          change((blocks) => replaceBlock(blocks, block.id, { ...block, saved_id: made.id }))
          toast.success(t("editor.saved.created", { name: made.name }))
          onClose()
        },
        onError: failed,
      }
    )
  const onUpdate = (id: string, everywhere: boolean) =>
    update.mutate(
      { id, block, everywhere },
      {
        onSuccess: ({ updated }) => {
          toast.success(t("editor.saved.updated", { count: updated }))
          onClose()
        },
        onError: failed,
      }
    )

  return (
    <Prompt open onOpenChange={(open) => !open && onClose()}>
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title>
            {t(known ? "editor.saved.changeTitle" : "editor.saved.title")}
          </Prompt.Title>
          <Prompt.Description>
            {known
              ? t("editor.saved.changeText", { name: known.name, count: known.used_in.length })
              : t("editor.saved.text")}
          </Prompt.Description>
        </Prompt.Header>
        {!known && (
          <div className="flex flex-col gap-y-1 px-6 pt-4">
            <Label size="small" weight="plus" htmlFor="saved-block-name">
              {t("editor.saved.name")}
            </Label>
            <Input
              id="saved-block-name"
              size="small"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </div>
        )}
        <div className="flex items-center justify-end gap-x-2 p-6">
          <Button size="small" variant="secondary" onClick={onClose}>
            {t("actions.cancel")}
          </Button>
          {known ? (
            <>
              <Button size="small" variant="secondary" onClick={() => onUpdate(known.id, false)}>
                {t("editor.saved.onlySaved")}
              </Button>
              <Button
                size="small"
                isLoading={update.isPending}
                onClick={() => onUpdate(known.id, true)}
              >
                {t("editor.saved.everywhere")}
              </Button>
            </>
          ) : (
            <Button
              size="small"
              disabled={!name.trim()}
              isLoading={create.isPending}
              onClick={onCreate}
            >
              {t("actions.save")}
            </Button>
          )}
        </div>
      </Prompt.Content>
    </Prompt>
  )
}
