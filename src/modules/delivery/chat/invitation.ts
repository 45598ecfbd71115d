import { type Db, queryOne } from "../../../lib/db"
import { publicIds } from "../../../lib/public-id"
import { livingProfile } from "../../profile/read/detail"
import { VISITOR_BY_ID, VISITOR_BY_KEY } from "../sql/chat"

const KIND = "chat"
const NOBODY = 0

type Visitor = { id: number; key: string; profile_id: number | null }
/** Who is invited: a person, or a visitor of whom nobody knows yet who it is. */
export type Guest = { profileId: number | null; visitor: string | null }

/** The text in the link to the bot by which it is known who comes; `null` for a visitor who has never been seen. */
export async function invite(db: Db, { profileId, visitor }: Guest): Promise<string | null> {
  const row = visitor && (await queryOne<Visitor>(db, VISITOR_BY_KEY, { key: visitor }))
  if (profileId === null && !row) return null
  return (await publicIds(db)).seal(KIND, profileId ?? NOBODY, row ? row.id : NOBODY)
}

/** Whom {@link invite} invited, as far as they are known today; nobody for a text of somebody else's making. */
export async function invited(db: Db, invitation: string): Promise<Guest | undefined> {
  const [profile, visitor] = (await publicIds(db)).open(KIND, invitation) ?? []
  if (profile === undefined || visitor === undefined) return undefined
  const row = await queryOne<Visitor>(db, VISITOR_BY_ID, { id: visitor })
  const owner = profile || row?.profile_id
  return { profileId: owner ? await livingProfile(db, owner) : null, visitor: row?.key ?? null }
}
