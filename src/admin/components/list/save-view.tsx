import { Button, Checkbox, Input, Label, Text, toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import type { ViewedList } from "../../../types/list-view"
import { useSaveView } from "../../hooks/api/views"

type SaveViewProps = { list: ViewedList; query: URLSearchParams; hidden: string[] }

/** Saves what a list shows now under a name, for oneself or for everybody. */
export function SaveView({ list, query, hidden }: SaveViewProps) {
  const { t } = useTranslation("engage")
  const [name, setName] = useState("")
  const [shared, setShared] = useState(false)
  const save = useSaveView()

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const kept = new URLSearchParams(query)
    kept.delete("cursor")
    save.mutate(
      { list, name: name.trim(), query: kept.toString(), hidden, shared },
      {
        onSuccess: () => {
          setName("")
          toast.success(t("list.viewSaved"))
        },
        onError: (error) => void toast.error(error.message),
      }
    )
  }

  return (
    <form className="flex flex-col gap-y-2 border-t pt-3" onSubmit={onSubmit}>
      <Label size="xsmall" htmlFor="view-name">
        {t("list.viewName")}
      </Label>
      <div className="flex gap-x-2">
        <Input
          id="view-name"
          size="small"
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button
          size="small"
          variant="secondary"
          type="submit"
          disabled={!name.trim()}
          isLoading={save.isPending}
        >
          {t("actions.save")}
        </Button>
      </div>
      <Label size="xsmall" className="flex items-center gap-x-2" htmlFor="view-shared">
        <Checkbox
          id="view-shared"
          checked={shared}
          onCheckedChange={(checked) => setShared(checked === true)}
        />
        {t("list.viewForAll")}
      </Label>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("list.viewHint")}
      </Text>
    </form>
  )
}
