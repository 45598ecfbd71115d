import { likePattern } from "./like"

/** What narrows a list of things that lie in folders and have tags; those put away are shown only when they are asked for. */
export type FiledFilter = { q?: string; folder?: string; tag?: string; archived?: boolean }

/** A filter as the parameters that the statements of such lists share. */
export function filedParams({ q, folder, tag, archived }: FiledFilter) {
  return {
    q: q?.trim() ? likePattern(q.trim()) : null,
    folder: folder ?? null,
    tag: tag ?? null,
    archived: archived ?? false,
  }
}
