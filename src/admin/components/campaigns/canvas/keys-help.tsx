import { useTranslation } from "react-i18next"
import { KeysSheet } from "../../common/keys-sheet"

const KEYS: [what: string, keys: string[]][] = [
  ["move", ["↑", "↓", "←", "→"]],
  ["open", ["Enter"]],
  ["back", ["Esc"]],
  ["add", ["A"]],
  ["select", ["Space"]],
  ["extend", ["Shift", "↓"]],
  ["all", ["Ctrl", "A"]],
  ["remove", ["Delete"]],
  ["duplicate", ["Ctrl", "D"]],
  ["copy", ["Ctrl", "C"]],
  ["cut", ["Ctrl", "X"]],
  ["paste", ["Ctrl", "V"]],
  ["undo", ["Ctrl", "Z"]],
  ["redo", ["Ctrl", "Y"]],
  ["save", ["Ctrl", "S"]],
  ["zoom", ["+", "−", "0"]],
  ["fit", ["F"]],
  ["help", ["?"]],
]

type KeysHelpProps = { open: boolean; onOpenChange: (open: boolean) => void }

/** Every key of the canvas. */
export function KeysHelp({ open, onOpenChange }: KeysHelpProps) {
  const { t } = useTranslation("engage")
  return (
    <KeysSheet
      open={open}
      onOpenChange={onOpenChange}
      description={t("builder.keys.description")}
      lines={KEYS.map(([what, keys]) => [t(`builder.keys.${what}`), keys])}
      note={t("builder.keys.mouse")}
    />
  )
}
