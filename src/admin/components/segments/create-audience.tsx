import { XMark } from "@medusajs/icons"
import { Button, FocusModal, Heading, IconButton, Input, Label, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { useCreateAudience, useMatchList } from "../../hooks/api/audiences"
import { PeopleListInput, downloadLines } from "./people-list-input"

/** Makes an audience from a list of people, after showing whom the list names. */
export function CreateAudience() {
  const { t } = useTranslation("engage")
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState("")
  const [list, setList] = useState("")
  const match = useMatchList()
  const create = useCreateAudience()
  const failed = (error: Error) => void toast.error(error.message)

  const save = () =>
    create.mutate(
      { name: name.trim(), ...(list.trim() && { list }) },
      { onSuccess: ({ audience }) => navigate(`/engage/audiences/${audience.id}`), onError: failed }
    )

  return (
    <FocusModal open={open} onOpenChange={setOpen}>
      <FocusModal.Trigger asChild>
        <Button size="small" variant="secondary">
          {t("audiences.create")}
        </Button>
      </FocusModal.Trigger>
      <FocusModal.Content>
        <div className="flex items-center justify-between gap-x-4 border-b px-4 py-2">
          <FocusModal.Close asChild>
            <IconButton
              size="small"
              variant="transparent"
              type="button"
              aria-label={t("actions.close")}
            >
              <XMark />
            </IconButton>
          </FocusModal.Close>
          <Button size="small" disabled={!name.trim()} isLoading={create.isPending} onClick={save}>
            {t("actions.save")}
          </Button>
        </div>
        <FocusModal.Body className="flex justify-center overflow-y-auto">
          <div className="flex w-full max-w-[640px] flex-col gap-y-6 px-6 py-12">
            <div>
              <FocusModal.Title asChild>
                <Heading>{t("audiences.create")}</Heading>
              </FocusModal.Title>
              <FocusModal.Description asChild>
                <Text size="small" className="text-ui-fg-subtle">
                  {t("audiences.createHint")}
                </Text>
              </FocusModal.Description>
            </div>
            <div className="flex flex-col gap-y-1">
              <Label size="small" weight="plus" htmlFor="audience-name">
                {t("audiences.name")}
              </Label>
              <Input
                id="audience-name"
                size="small"
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            </div>
            <PeopleListInput value={list} onChange={setList} />
            <div className="flex flex-wrap items-center gap-3">
              <Button
                size="small"
                variant="secondary"
                disabled={!list.trim()}
                isLoading={match.isPending}
                onClick={() => match.mutate(list, { onError: failed })}
              >
                {t("audiences.check")}
              </Button>
              {match.data && (
                <Text size="small" role="status">
                  {t("audiences.found", { count: match.data.people })} ·{" "}
                  {t("audiences.nobody", { count: match.data.unmatched.length })}
                </Text>
              )}
              {Boolean(match.data?.unmatched.length) && (
                <Button
                  size="small"
                  variant="transparent"
                  onClick={() => downloadLines(match.data!.unmatched, "unmatched.txt")}
                >
                  {t("audiences.download")}
                </Button>
              )}
            </div>
          </div>
        </FocusModal.Body>
      </FocusModal.Content>
    </FocusModal>
  )
}
