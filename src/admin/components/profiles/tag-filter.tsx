import { XMarkMini } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ListParams } from "../../hooks/use-list-params"
import { TagPicker } from "../tags/tag-picker"

/** Shows only people with one tag; pressing it again shows all. */
export function TagFilter({ params }: { params: ListParams }) {
  const { t } = useTranslation("engage")
  const tag = params.param("tag")
  if (tag)
    return (
      <Button
        size="small"
        variant="secondary"
        aria-label={t("profiles.tagFilterOff", { tag })}
        onClick={() => params.change({ tag: undefined })}
      >
        <span className="max-w-[160px] truncate">{t("profiles.tagFilterOn", { tag })}</span>
        <XMarkMini />
      </Button>
    )
  return (
    <TagPicker
      label={t("profiles.tagFilter")}
      selected={[]}
      onPick={(chosen) => params.change({ tag: chosen })}
      trigger={
        <Button size="small" variant="secondary">
          {t("profiles.tagFilter")}
        </Button>
      }
    />
  )
}
