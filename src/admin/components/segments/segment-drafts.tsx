import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useDrafts } from "../../hooks/use-drafts"
import type { Draft } from "../../lib/drafts"
import { DraftNotice } from "../common/draft-notice"
import { type KeptSegment, segmentPlace } from "./use-segment-draft"

type SegmentDraftNoticeProps = {
  id?: string
  /** The version of the segment's rule now. */
  version?: number
  drafts: Draft<KeptSegment>[]
  onDiscard: (id: string) => void
  /** Left out, it leads to the page on which it is gone on with. */
  onGoOn?: (draft: Draft<KeptSegment>) => void
}

/** The unsaved changes of a segment, or the segments that were never saved. */
export function SegmentDraftNotice(props: SegmentDraftNoticeProps) {
  const { t } = useTranslation("engage")
  const { id, version, drafts, onDiscard, onGoOn } = props
  const page = id ? `/engage/segments/${id}/edit` : "/engage/segments/create"
  return (
    <DraftNotice
      drafts={drafts}
      title={({ value }) =>
        id
          ? t("segments.draft.unsaved")
          : t(value.change.name?.trim() ? "segments.draft.unsavedNew" : "segments.draft.nameless", {
              name: value.change.name,
              interpolation: { escapeValue: false },
            })
      }
      note={({ value }) =>
        value.version !== version && value.change.rules ? t("segments.draft.older") : undefined
      }
      goOn={(draft) =>
        onGoOn ? (
          <Button size="small" onClick={() => onGoOn(draft)}>
            {t("drafts.goOn")}
          </Button>
        ) : (
          <Button size="small" asChild>
            <Link to={`${page}?draft=${draft.id}`}>{t("drafts.goOn")}</Link>
          </Button>
        )
      }
      onDiscard={onDiscard}
    />
  )
}

/** What was not saved, on the page of the segment or, of new ones, on that of all segments. */
export function SegmentDrafts({ id, version }: { id?: string; version?: number }) {
  const { drafts, drop } = useDrafts<KeptSegment>(segmentPlace(id))
  return <SegmentDraftNotice id={id} version={version} drafts={drafts} onDiscard={drop} />
}
