import type { Block } from "../../../types/document"
import { replaceBlock } from "../../lib/message-blocks"
import { useMessageEditor } from "./editor-context"

/** Changes some values of one block. */
export function useBlockChange<Kind extends Block>(block: Kind): (change: Partial<Kind>) => void {
  const { change } = useMessageEditor()
  return (values) =>
    change(
      (blocks) => replaceBlock(blocks, block.id, { ...block, ...values }),
      `${block.id} ${Object.keys(values).join()}`
    )
}
