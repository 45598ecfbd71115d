/**
 * A page of a list.
 * @internal
 */
export type Listed<Key extends string, Item> = { [K in Key]: Item[] } & {
  next_cursor: string | null
}

/**
 * What is left of a thing that was deleted.
 * @internal
 */
export type Deleted<Name extends string> = { id: string; object: Name; deleted: true }
