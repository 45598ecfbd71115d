import { Button, Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ListParams } from "../../hooks/use-list-params"

const SIZES = [25, 50, 100]

type CursorFooterProps = { params: ListParams; nextCursor: string | null | undefined; rows: number }

/** Page size, and the way to the page before and after. */
export function CursorFooter({ params, nextCursor, rows }: CursorFooterProps) {
  const { t } = useTranslation("engage")
  if (!nextCursor && !params.previous && rows < SIZES[0]) return null

  return (
    <nav
      aria-label={t("list.pages")}
      className="text-ui-fg-subtle txt-compact-small-plus flex items-center justify-between border-t px-6 py-3"
    >
      <div className="flex items-center gap-x-2">
        <div className="w-[76px]">
          <Select
            size="small"
            value={String(params.limit)}
            onValueChange={(limit) => params.change({ limit: limit === "25" ? undefined : limit })}
          >
            <Select.Trigger aria-label={t("list.pageSize")}>
              <Select.Value />
            </Select.Trigger>
            <Select.Content>
              {SIZES.map((size) => (
                <Select.Item key={size} value={String(size)}>
                  {size}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
        </div>
        <span className="max-md:hidden">{t("list.perPage")}</span>
      </div>
      <div className="flex items-center gap-x-2">
        <span className="px-2">{t("list.page", { page: params.page })}</span>
        <Button
          size="small"
          variant="transparent"
          disabled={!params.previous}
          onClick={() => params.previous?.()}
        >
          {t("list.previous")}
        </Button>
        <Button
          size="small"
          variant="transparent"
          disabled={!nextCursor}
          onClick={() => nextCursor && params.next(nextCursor)}
        >
          {t("list.next")}
        </Button>
      </div>
    </nav>
  )
}
