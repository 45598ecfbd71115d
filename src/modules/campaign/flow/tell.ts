import type { Db } from "../../../lib/db"
import { isWanted, tell } from "../../profile/news/news"
import { type Due, ENTRANCE, type Move } from "./due"

type At = { campaign_id: string; version: number; step: string }
/** An enrollment, its person, and the way or the reason. */
type Told = [enrollment: number, profile: number, what: string]

/** Tells those who listen of people who did a step or left, in the caller's transaction. */
export async function tellMoves(
  trx: Db,
  at: At,
  due: Due[],
  moves: Move[],
  now: Date
): Promise<void> {
  const steps = await isWanted(trx, "campaign.step")
  const people = (told: (move: Move) => string | null): Told[] =>
    moves.flatMap((move, i) => {
      const what = told(move)
      return what === null ? [] : [[move.id, due[i].profile_id, what]]
    })
  if (steps && at.step !== ENTRANCE) {
    const done = people(({ way }) => (way === "left" ? null : way))
    if (done.length) await tell(trx, "campaign.step", now, { ...at, people: done })
  }
  await tellLeft(
    trx,
    at.campaign_id,
    people(({ reason }) => reason),
    now
  )
}

/** Tells those who listen of people whose way through a campaign ended, and why. */
export async function tellLeft(trx: Db, id: string, people: Told[], now: Date): Promise<void> {
  if (people.length) await tell(trx, "campaign.left", now, { campaign_id: id, people })
}
