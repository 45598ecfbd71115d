import { Bookmarks, Trash, Users } from "@medusajs/icons"
import { Button, clx, IconButton, Popover, Text, toast, Tooltip } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"
import type { ListView, ViewedList } from "../../../types/list-view"
import { useDeleteView, useShareView, useViews } from "../../hooks/api/views"
import { SaveView } from "./save-view"

type ViewsMenuProps = {
  list: ViewedList
  hidden: string[]
  onHidden: (hidden: string[]) => void
}

/** Saved views of a list: its search, filters, order and columns under a name, one's own and those that others share. */
export function ViewsMenu({ list, hidden, onHidden }: ViewsMenuProps) {
  const { t } = useTranslation("engage")
  const { data: views } = useViews(list)
  const [params, setParams] = useSearchParams()
  const [open, setOpen] = useState(false)

  const show = (view: ListView) => {
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
      <Popover.Content
        align="end"
        aria-label={t("list.views")}
        className="flex w-[320px] flex-col gap-y-3 p-3"
      >
        {views?.length ? (
          <ul className="flex max-h-[320px] flex-col overflow-y-auto">
            {views.map((view) => (
              <ViewRow key={view.id} view={view} onShow={() => show(view)} />
            ))}
          </ul>
        ) : (
          <Text size="small" className="text-ui-fg-subtle px-2">
            {views && t("list.noViews")}
          </Text>
        )}
        <SaveView list={list} query={params} hidden={hidden} />
      </Popover.Content>
    </Popover>
  )
}

function ViewRow({ view, onShow }: { view: ListView; onShow: () => void }) {
  const { t } = useTranslation("engage")
  const share = useShareView()
  const remove = useDeleteView()
  const { id, name, shared, mine } = view
  const onError = (error: Error) => void toast.error(error.message)
  const sharing = t(shared ? "list.unshareView" : "list.shareView", { name })
  return (
    <li className="flex items-center justify-between gap-x-1">
      <button
        type="button"
        className="txt-compact-small hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus min-w-0 flex-1 truncate rounded-md px-2 py-1.5 text-left outline-none"
        onClick={onShow}
      >
        {name}
      </button>
      {mine ? (
        <>
          <Tooltip content={sharing}>
            <IconButton
              size="small"
              variant="transparent"
              aria-label={sharing}
              aria-pressed={shared}
              onClick={() => share.mutate({ id, shared: !shared }, { onError })}
            >
              <Users className={clx(shared && "text-ui-fg-interactive")} />
            </IconButton>
          </Tooltip>
          <IconButton
            size="small"
            variant="transparent"
            aria-label={t("list.deleteView", { name })}
            onClick={() => remove.mutate(id, { onError })}
          >
            <Trash />
          </IconButton>
        </>
      ) : (
        <Text size="xsmall" className="text-ui-fg-subtle shrink-0 px-2">
          {t("list.viewOfOthers")}
        </Text>
      )}
    </li>
  )
}
