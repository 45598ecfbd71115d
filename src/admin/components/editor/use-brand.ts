import { useConstants } from "../../hooks/api/content"
import { useMessageEditor } from "./editor-context"

const CONSTANT = /\{\{-?\s*constants\.(\w+)\s*-?\}\}/g

/** The message's accent colour, and texts with the shop's constants filled in. */
export function useBrand() {
  const { document } = useMessageEditor()
  const { data: constants = [] } = useConstants()
  const valueOf = (key: string) => constants.find((constant) => constant.key === key)?.value ?? ""
  const accent = document.style.accent ?? (valueOf("accent_color") || "#18181b")
  return {
    accent,
    onAccent: isDark(accent) ? "#ffffff" : "#18181b",
    fill: (text: string) => text.replace(CONSTANT, (_, key: string) => valueOf(key)),
  }
}

/** Whether white is read better on a `#rrggbb` colour than black. */
function isDark(color: string): boolean {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = parseInt(color.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b <= 0.179
}
