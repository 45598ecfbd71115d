import type { Block } from "../../types/document"

/** A list of blocks: the message's own (`parent` is null), or the n-th of a block that holds others. */
export type BlockList = { parent: string | null; slot: number }

/** A place between the blocks of a list. */
export type BlockPlace = BlockList & { index: number }

/** The lists of blocks that lie directly in a block: columns, a section's two sides, what a loop repeats. */
export function innerLists(block: Block): Block[][] {
  if (block.type === "columns") return block.columns
  if (block.type === "condition") return [block.blocks, block.otherwise]
  return block.type === "loop" ? [block.blocks] : []
}

/** The block with this id, however deep. */
export function findBlock(blocks: Block[], id: string | undefined): Block | undefined {
  for (const block of blocks) {
    if (block.id === id) return block
    const inside = findBlock(innerLists(block).flat(), id)
    if (inside) return inside
  }
  return undefined
}

/** Where the block with this id stands. */
export function placeOf(
  blocks: Block[],
  id: string,
  list: BlockList = { parent: null, slot: 0 }
): BlockPlace | undefined {
  const index = blocks.findIndex((block) => block.id === id)
  if (index >= 0) return { ...list, index }
  for (const block of blocks) {
    for (const [slot, inner] of innerLists(block).entries()) {
      const found = placeOf(inner, id, { parent: block.id, slot })
      if (found) return found
    }
  }
  return undefined
}

/** The blocks with one replaced. */
export function replaceBlock(blocks: Block[], id: string, next: Block): Block[] {
  return blocks.map((block) =>
    block.id === id ? next : withLists(block, (list) => replaceBlock(list, id, next))
  )
}

/** The blocks without one. */
export function removeBlock(blocks: Block[], id: string): Block[] {
  return blocks
    .filter((block) => block.id !== id)
    .map((block) => withLists(block, (list) => removeBlock(list, id)))
}

/** The blocks with one more. */
export function insertBlock(blocks: Block[], place: BlockPlace, added: Block): Block[] {
  if (place.parent === null) {
    return [...blocks.slice(0, place.index), added, ...blocks.slice(place.index)]
  }
  return blocks.map((block) =>
    withLists(block, (list, slot) =>
      block.id === place.parent && slot === place.slot
        ? insertBlock(list, { ...place, parent: null }, added)
        : insertInside(list, place, added)
    )
  )
}

function insertInside(list: Block[], place: BlockPlace, added: Block): Block[] {
  return list.some((block) => innerLists(block).length) ? insertBlock(list, place, added) : list
}

/** The blocks with one moved to a place; unchanged when the place lies in the block itself. */
export function moveBlock(blocks: Block[], id: string, to: BlockPlace): Block[] {
  const block = findBlock(blocks, id)
  const from = placeOf(blocks, id)
  if (!block || !from || (to.parent && findBlock([block], to.parent))) return blocks
  const sameList = from.parent === to.parent && from.slot === to.slot
  const index = sameList && from.index < to.index ? to.index - 1 : to.index
  return insertBlock(removeBlock(blocks, id), { ...to, index }, block)
}

/** The blocks with one moved up (-1) or down (1) within its list. */
export function stepBlock(blocks: Block[], id: string, step: -1 | 1): Block[] {
  const place = placeOf(blocks, id)
  if (!place) return blocks
  const list = place.parent ? innerLists(findBlock(blocks, place.parent)!)[place.slot] : blocks
  const index = place.index + step
  if (index < 0 || index >= list.length) return blocks
  return moveBlock(blocks, id, { ...place, index: step > 0 ? index + 1 : index })
}

/** A copy with ids of its own, inside too. */
export function copyBlock(block: Block): Block {
  return { ...withLists(block, (list) => list.map(copyBlock)), id: newBlockId() }
}

/** An id that no other block has. */
export function newBlockId(): string {
  return `b${crypto.getRandomValues(new Uint32Array(2)).join("").slice(0, 16)}`
}

function withLists(block: Block, change: (list: Block[], slot: number) => Block[]): Block {
  if (block.type === "columns") return { ...block, columns: block.columns.map(change) }
  if (block.type === "loop") return { ...block, blocks: change(block.blocks, 0) }
  if (block.type !== "condition") return block
  return { ...block, blocks: change(block.blocks, 0), otherwise: change(block.otherwise, 1) }
}
