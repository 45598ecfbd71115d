import { useTranslation } from "react-i18next"
import { BlockListView } from "./block-list"
import { BlockListContext } from "./block-list-context"
import { useMessageEditor } from "./editor-context"

const FONTS = {
  sans: "-apple-system, 'Segoe UI', Helvetica, Arial, sans-serif",
  serif: "Georgia, 'Times New Roman', serif",
  mono: "'Courier New', Courier, monospace",
}

/** The message as it is being built. */
export function Canvas() {
  const { t } = useTranslation("engage")
  const { document, select } = useMessageEditor()
  const { style, blocks } = document

  return (
    <section
      aria-label={t("editor.canvas")}
      className="min-w-0 flex-1 overflow-y-auto"
      style={{ background: style.background }}
      onClick={() => select(undefined)}
    >
      <div className="px-6 pb-40 pt-14">
        <div
          className="mx-auto w-full max-w-[600px] py-2"
          style={{
            background: style.surface,
            color: style.text,
            fontFamily: FONTS[style.font],
            borderRadius: style.radius,
            boxShadow: "0 1px 3px rgba(0,0,0,.12)",
            colorScheme: "light",
          }}
        >
          <BlockListContext.Provider value={BlockListView}>
            <BlockListView blocks={blocks} list={{ parent: null, slot: 0 }} />
          </BlockListContext.Provider>
        </div>
      </div>
    </section>
  )
}
