import type { Block } from "../../../types/document"

/** The lists of blocks that lie directly in a block. */
export function innerLists(block: Block): Block[][] {
  switch (block.type) {
    case "columns":
      return block.columns
    case "condition":
      return [block.blocks, block.otherwise]
    case "loop":
      return [block.blocks]
    default:
      return []
  }
}

/** Every block of some blocks, parents before what is in them. */
export function allBlocks(blocks: Block[]): Block[] {
  return blocks.flatMap((block) => [block, ...innerLists(block).flatMap(allBlocks)])
}

/** The same blocks with every one changed, the innermost first. */
export function mapBlocks(blocks: Block[], change: (block: Block) => Block): Block[] {
  return blocks.map((block) => change(withInner(block, (inner) => mapBlocks(inner, change))))
}

function withInner(block: Block, map: (blocks: Block[]) => Block[]): Block {
  switch (block.type) {
    case "columns":
      return { ...block, columns: block.columns.map(map) }
    case "condition":
      return { ...block, blocks: map(block.blocks), otherwise: map(block.otherwise) }
    case "loop":
      return { ...block, blocks: map(block.blocks) }
    default:
      return block
  }
}
