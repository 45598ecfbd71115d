import { useDraggable } from "@dnd-kit/core"
import { Bookmarks } from "@medusajs/icons"
import { Text, clx } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { Block } from "../../../types/document"
import { useSavedBlocks } from "../../hooks/api/content"
import { copyBlock } from "../../lib/message-blocks"
import { BLOCK_GROUPS } from "./block-kinds"
import { useMessageEditor } from "./editor-context"
import { useNewBlock } from "./use-new-block"

/** What can be put into the message: dragged to a place, or clicked to stand after the selected block. */
export function Palette() {
  const { t } = useTranslation("engage")
  const make = useNewBlock()
  const { data: saved = [] } = useSavedBlocks()

  return (
    <nav
      aria-label={t("editor.palette.title")}
      className="bg-ui-bg-base flex w-[216px] shrink-0 flex-col gap-y-5 overflow-y-auto border-r p-4"
    >
      {BLOCK_GROUPS.map((group) => (
        <section key={group.key} className="flex flex-col gap-y-2">
          <Text as="div" size="xsmall" weight="plus" className="text-ui-fg-subtle">
            {t(`editor.palette.${group.key}`)}
          </Text>
          <div className="grid grid-cols-2 gap-2">
            {group.kinds.map(({ type, Icon }) => (
              <Tile
                key={type}
                id={`new-${type}`}
                make={() => make(type)}
                label={t(`editor.block.${type}`)}
              >
                <Icon />
              </Tile>
            ))}
          </div>
        </section>
      ))}
      {saved.length > 0 && (
        <section className="flex flex-col gap-y-2">
          <Text as="div" size="xsmall" weight="plus" className="text-ui-fg-subtle">
            {t("editor.palette.saved")}
          </Text>
          <div className="grid grid-cols-2 gap-2">
            {saved.map(({ id, name, block }) => (
              <Tile
                key={id}
                id={`saved-${id}`}
                label={name}
                make={() => ({ ...copyBlock(block), saved_id: id })}
              >
                <Bookmarks />
              </Tile>
            ))}
          </div>
        </section>
      )}
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("editor.palette.hint")}
      </Text>
    </nav>
  )
}

type TileProps = { id: string; label: string; make: () => Block; children: ReactNode }

function Tile({ id, label, make, children }: TileProps) {
  const { add } = useMessageEditor()
  const { setNodeRef, listeners, isDragging } = useDraggable({ id, data: { make, label } })
  return (
    <button
      ref={setNodeRef}
      type="button"
      {...listeners}
      onClick={() => add(make())}
      className={clx(
        "bg-ui-bg-component shadow-elevation-card-rest hover:bg-ui-bg-component-hover focus-visible:shadow-borders-focus text-ui-fg-subtle flex min-h-[60px] cursor-grab touch-none flex-col items-center justify-center gap-y-1.5 rounded-lg px-1 py-2 outline-none",
        isDragging && "opacity-50"
      )}
    >
      {children}
      <span className="txt-compact-xsmall text-ui-fg-base line-clamp-2 text-center">{label}</span>
    </button>
  )
}
