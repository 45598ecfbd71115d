import { createContext, useContext } from "react"
import type { Block, MessageDocument } from "../../../types/document"
import type { BlockPlace } from "../../lib/message-blocks"

/** What every part of the visual editor can see and do. */
export type EditorContextValue = {
  document: MessageDocument
  /** The block that the panel at the right is about. */
  selected: string | undefined
  select: (id: string | undefined) => void
  /** Changes the blocks; changes with the same tag that follow each other are one step of undo. */
  change: (edit: (blocks: Block[]) => Block[], tag?: string) => void
  setStyle: (style: Partial<MessageDocument["style"]>) => void
  add: (block: Block, place?: BlockPlace) => void
  /** As whom the message is shown. */
  profileId: string | undefined
}

export const EditorContext = createContext<EditorContextValue | null>(null)

/** The editor around this part. @throws Error outside of one */
export function useMessageEditor(): EditorContextValue {
  const value = useContext(EditorContext)
  if (!value) throw new Error("useMessageEditor needs an EditorContext around it")
  return value
}
