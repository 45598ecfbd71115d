import { Plus } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import type { BlockType } from "../../../types/document"
import type { BlockPlace } from "../../lib/message-blocks"
import { Picker } from "../picker/picker"
import { BLOCK_GROUPS } from "./block-kinds"
import { useMessageEditor } from "./editor-context"
import { useNewBlock } from "./use-new-block"

/** A button that offers every kind of block and puts the chosen one at a place. */
export function AddBlock({
  place,
  label,
  wordy,
}: {
  place: BlockPlace
  label: string
  wordy?: boolean
}) {
  const { t } = useTranslation("engage")
  const { add } = useMessageEditor()
  const make = useNewBlock()
  return (
    <Picker
      label={t("editor.findBlock")}
      options={BLOCK_GROUPS.flatMap(({ key, kinds }) =>
        kinds.map(({ type }) => ({
          value: type,
          label: t(`editor.block.${type}`),
          group: t(`editor.palette.${key}`),
        }))
      )}
      onPick={(type) => add(make(type as BlockType), place)}
      trigger={
        <button
          type="button"
          aria-label={label}
          onClick={(event) => event.stopPropagation()}
          className="txt-compact-small flex items-center gap-x-1 rounded-full bg-blue-600 px-2 py-1 text-white outline-none focus-visible:ring-2 focus-visible:ring-blue-300"
        >
          <Plus />
          {wordy && label}
        </button>
      }
    />
  )
}
