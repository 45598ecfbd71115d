import { ArrowUturnLeft } from "@medusajs/icons"
import { IconButton, Input, Tabs } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { KeysButton } from "../common/keys-sheet"
import type { SaveState } from "../../hooks/use-autosave"
import { SaveNote } from "../common/save-note"

export const EDITOR_TABS = ["design", "message", "preview", "check"] as const
export type EditorTab = (typeof EDITOR_TABS)[number]

const KEYS: [what: string, keys: string[]][] = [
  ["choose", ["Enter"]],
  ["moveBlock", ["Alt", "↑", "↓"]],
  ["duplicateBlock", ["Ctrl", "D"]],
  ["removeBlock", ["Delete"]],
  ["undo", ["Ctrl", "Z"]],
  ["redo", ["Ctrl", "Y"]],
  ["help", ["?"]],
]

type EditorHeaderProps = {
  name: string
  onName: (name: string) => void
  save: SaveState
  undo: () => void
  redo: () => void
  canUndo: boolean
  canRedo: boolean
}

/** Name, what is saved, undo and redo, and the parts of the editor. */
export function EditorHeader(props: EditorHeaderProps) {
  const { name, onName, save, undo, redo, canUndo, canRedo } = props
  const { t } = useTranslation("engage")
  return (
    <div className="flex min-w-0 flex-1 items-center gap-x-3">
      <Input
        size="small"
        className="w-[240px]"
        aria-label={t("templates.name")}
        value={name}
        aria-invalid={!name.trim()}
        onChange={(event) => onName(event.target.value)}
      />
      <IconButton
        size="small"
        variant="transparent"
        type="button"
        title={t("actions.undo")}
        aria-label={t("actions.undo")}
        disabled={!canUndo}
        onClick={undo}
      >
        <ArrowUturnLeft />
      </IconButton>
      <IconButton
        size="small"
        variant="transparent"
        type="button"
        title={t("actions.redo")}
        aria-label={t("actions.redo")}
        disabled={!canRedo}
        onClick={redo}
      >
        <ArrowUturnLeft className="-scale-x-100" />
      </IconButton>
      <KeysButton
        small
        description={t("builder.keys.editor")}
        note={t("builder.keys.mac")}
        lines={KEYS.map(([what, keys]) => [t(`builder.keys.${what}`), keys])}
      />
      <SaveNote save={save} />
      <Tabs.List className="ml-auto shrink-0">
        {EDITOR_TABS.map((tab) => (
          <Tabs.Trigger key={tab} value={tab}>
            {t(`editor.tab.${tab}`)}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
    </div>
  )
}
