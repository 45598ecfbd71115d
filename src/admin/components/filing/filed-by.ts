import type { ListParams } from "../../hooks/use-list-params"

/** By what a list of filed things is narrowed, from its address. */
export function filedBy(params: ListParams) {
  const [folder, tag] = [params.param("folder"), params.param("tag")]
  const archived = params.param("archived") === "true"
  return {
    query: { folder, tag, archived: archived || undefined },
    archived,
    narrowed: Boolean(folder || tag || archived),
  }
}

/** Nothing of {@link filedBy}. */
export const FILED_ANYHOW = { folder: undefined, tag: undefined, archived: undefined }
