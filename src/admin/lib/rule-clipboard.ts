import { useSyncExternalStore } from "react"
import type { RuleNode } from "../../rules/ast"

const KEY = "engage.rule-clipboard"
const listeners = new Set<() => void>()

/** Keeps a part of a rule for pasting, also into another segment in this tab. */
export function copyNode(node: RuleNode): void {
  sessionStorage.setItem(KEY, JSON.stringify(node))
  listeners.forEach((listener) => listener())
}

/** The part of a rule that was copied last; a new copy each time it is asked for. */
export function copiedNode(): RuleNode | null {
  const text = sessionStorage.getItem(KEY)
  return text ? (JSON.parse(text) as RuleNode) : null
}

/** Whether there is something to paste. */
export function useHasCopied(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => sessionStorage.getItem(KEY) !== null
  )
}
