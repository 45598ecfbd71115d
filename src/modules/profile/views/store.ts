import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, query, queryOne } from "../../../lib/db"
import type { ListView, ViewedList } from "../../../types/list-view"
import { COUNT_VIEWS, DELETE_VIEW, LIST_VIEWS, SAVE_VIEW, SHARE_VIEW } from "./sql/views"

const MOST_VIEWS = 100

/** The saved views of a list that an admin user sees: their own, and what others share. */
export async function listViews(db: Db, list: ViewedList, owner: string): Promise<ListView[]> {
  return query<ListView>(db, LIST_VIEWS, { list, owner })
}

/**
 * Saves a view under a name; the user's view of that name becomes this one.
 * @throws MedusaError `not_allowed` when the user has too many
 */
export async function saveView(
  db: Db,
  input: Pick<ListView, "list" | "name" | "query" | "hidden" | "shared">,
  owner: string
): Promise<ListView> {
  const { list, name } = input
  const others = await queryOne<{ n: number }>(db, COUNT_VIEWS, { list, name, owner })
  if (others!.n >= MOST_VIEWS)
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `You have ${MOST_VIEWS} views of this list: delete one that you do not need`
    )
  const id = generateEntityId(undefined, "eview")
  return (await queryOne<ListView>(db, SAVE_VIEW, { ...input, id, owner }))!
}

/** Shows a view of one's own to everybody, or to nobody else. @throws MedusaError `not_found` */
export async function shareView(
  db: Db,
  id: string,
  shared: boolean,
  owner: string
): Promise<ListView> {
  const view = await queryOne<ListView>(db, SHARE_VIEW, { id, shared, owner })
  if (!view) throw notFound(id)
  return view
}

/** Deletes a view of one's own. @throws MedusaError `not_found` */
export async function deleteView(db: Db, id: string, owner: string): Promise<void> {
  if (!(await execute(db, DELETE_VIEW, { id, owner }))) throw notFound(id)
}

function notFound(id: string) {
  return new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `You have no view with id ${id}; a view is changed by whoever saved it`
  )
}
