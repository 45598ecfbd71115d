import { type ComponentType, createContext, useContext } from "react"
import type { Block } from "../../../types/document"
import type { BlockList } from "../../lib/message-blocks"

type BlockListComponent = ComponentType<{ blocks: Block[]; list: BlockList }>

/** How a list of blocks is shown: blocks show lists, which show blocks. */
export const BlockListContext = createContext<BlockListComponent | null>(null)

/** Whether this part stands in a column, which has room at its sides already. */
export const InColumn = createContext(false)

/** The component that shows a list of blocks. @throws Error outside of a canvas */
export function useBlockList(): BlockListComponent {
  const component = useContext(BlockListContext)
  if (!component) throw new Error("useBlockList needs a BlockListContext around it")
  return component
}
