import { Bookmarks, Trash } from "@medusajs/icons"
import { Button, IconButton, Input, Label, Popover, Text, toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"
import { useStored } from "../../hooks/use-stored"

type View = { name: string; query: string; hidden: string[] }

type ViewsMenuProps = {
  /** Under which this list's views are stored. */
  list: string
  hidden: string[]
  onHidden: (hidden: string[]) => void
}

/** Saved views of a list: its search, filters, order and columns under a name. */
export function ViewsMenu({ list, hidden, onHidden }: ViewsMenuProps) {
  const { t } = useTranslation("engage")
  const [views, setViews] = useStored<View[]>(`admin_engage_views_${list}`, [])
  const [params, setParams] = useSearchParams()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState("")

  const save = (event: FormEvent) => {
    event.preventDefault()
    const query = new URLSearchParams(params)
    query.delete("cursor")
    const view = { name: name.trim(), query: query.toString(), hidden }
    setViews([...views.filter((one) => one.name !== view.name), view])
    setName("")
    toast.success(t("list.viewSaved"))
  }
  const show = (view: View) => {
    setOpen(false)
    onHidden(view.hidden)
    setParams(new URLSearchParams(view.query))
  }

  return (
    <Popover open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button size="small" variant="secondary">
          <Bookmarks />
          {t("list.views")}
        </Button>
      </Popover.Trigger>
      <Popover.Content align="end" className="flex w-[280px] flex-col gap-y-3 p-3">
        {views.length ? (
          <ul className="flex flex-col">
            {views.map((view) => (
              <li key={view.name} className="flex items-center justify-between gap-x-2">
                <button
                  type="button"
                  className="txt-compact-small hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus min-w-0 flex-1 truncate rounded-md px-2 py-1.5 text-left outline-none"
                  onClick={() => show(view)}
                >
                  {view.name}
                </button>
                <IconButton
                  size="small"
                  variant="transparent"
                  aria-label={t("list.deleteView", { name: view.name })}
                  onClick={() => setViews(views.filter((one) => one !== view))}
                >
                  <Trash />
                </IconButton>
              </li>
            ))}
          </ul>
        ) : (
          <Text size="small" className="text-ui-fg-subtle px-2">
            {t("list.noViews")}
          </Text>
        )}
        <form className="flex flex-col gap-y-2 border-t pt-3" onSubmit={save}>
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
            <Button size="small" variant="secondary" type="submit" disabled={!name.trim()}>
              {t("actions.save")}
            </Button>
          </div>
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t("list.viewHint")}
          </Text>
        </form>
      </Popover.Content>
    </Popover>
  )
}
