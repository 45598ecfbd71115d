import type { ReactNode } from "react"
import type { Block } from "../../../../types/document"
import type { Slots } from "./slots"
import type { Theme } from "./theme"

/** What drawing a block needs to know of the message around it. */
export type Context = {
  slots: Slots
  theme: Theme
  /** Inside of a column, which has its room at the sides already. */
  nested: boolean
  /** Inside of a loop: a product card without a product shows the loop's. */
  looped: boolean
  /** Width of the place in pixels. */
  width: number
  blocks: (blocks: Block[], context: Context) => ReactNode
}
