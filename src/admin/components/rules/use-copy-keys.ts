import type { KeyboardEvent } from "react"
import { copiedNode, copyNode } from "../../lib/rule-clipboard"
import { type RulePath, nodeAt, pasteAt } from "../../lib/rules"
import { useRules } from "./rule-context"

/**
 * ⌘C and ⌘V (Ctrl elsewhere) for the row or group that has the focus somewhere inside; what is copied goes into a group
 * and after a row. In a text field they are left to the text.
 */
export function useCopyKeys(path: RulePath) {
  const { root, change } = useRules()

  return (event: KeyboardEvent) => {
    const key = event.key.toLowerCase()
    if (!(event.metaKey || event.ctrlKey) || event.shiftKey || event.altKey) return
    if (event.defaultPrevented || isText(event.target) || getSelection()?.toString()) return
    if (key === "c" && path.length) copyNode(nodeAt(root, path))
    else if (key === "v") {
      const copied = copiedNode()
      if (!copied) return
      change((before) => pasteAt(before, path, copied))
    } else return
    // The row is inside of others, which would do the same.
    event.preventDefault()
  }
}

const isText = (target: EventTarget) =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
