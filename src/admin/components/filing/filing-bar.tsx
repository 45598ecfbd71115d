import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { FiledKind } from "../../../types/common"
import { ChosenBar } from "../list/chosen-bar"
import { canArchive, type FiledRow, isArchived } from "./filed-row"
import { MoveToFolder } from "./move-to-folder"
import { TagThings } from "./tag-things"
import { useArchiving } from "./use-archiving"

type FilingBarProps = { kind: FiledKind; chosen: FiledRow[]; onClear: () => void }

/** Files or archives all that is chosen in a list. */
export function FilingBar({ kind, chosen, onClear }: FilingBarProps) {
  const { t } = useTranslation("engage")
  const [moving, setMoving] = useState(false)
  const [tagging, setTagging] = useState(false)
  const archiving = useArchiving(kind)
  if (!chosen.length) return null
  const putAway = chosen.filter((row) => !isArchived(row) && canArchive(kind, row))
  const back = kind === "campaigns" ? [] : chosen.filter(isArchived)
  const run = async (rows: FiledRow[], archived: boolean) => {
    if (await archiving.run(rows, archived)) onClear()
  }

  return (
    <ChosenBar label={t("filing.chosen", { count: chosen.length })} onClear={onClear}>
      <Button size="small" variant="secondary" onClick={() => setMoving(true)}>
        {t("filing.move")}
      </Button>
      <Button size="small" variant="secondary" onClick={() => setTagging(true)}>
        {t("filing.tag")}
      </Button>
      {putAway.length > 0 && (
        <Button
          size="small"
          variant="secondary"
          isLoading={archiving.isPending}
          onClick={() => void run(putAway, true)}
        >
          {t("filing.archive")}
        </Button>
      )}
      {back.length > 0 && (
        <Button
          size="small"
          variant="secondary"
          isLoading={archiving.isPending}
          onClick={() => void run(back, false)}
        >
          {t("filing.unarchive")}
        </Button>
      )}
      {moving && (
        <MoveToFolder kind={kind} rows={chosen} onClose={() => setMoving(false)} onDone={onClear} />
      )}
      {tagging && (
        <TagThings kind={kind} rows={chosen} onClose={() => setTagging(false)} onDone={onClear} />
      )}
    </ChosenBar>
  )
}
