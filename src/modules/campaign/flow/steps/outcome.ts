import { type Db, execute, query } from "../../../../lib/db"
import type { MessageStep } from "../../../../types/campaign-plan"
import { HOLD_SENT, SENT_AND_THEN } from "../../sql/outcome"
import type { Due } from "../due"
import { waited } from "../timing"

type Outcome = NonNullable<MessageStep["outcome"]>

/** Of whom a step has sent to and now waits for what becomes of it. */
export const SENT = "sent"
/** An early look costs little; later ones come when a quarter as much time again has passed, in ms. */
const FIRST_LOOK_MS = 60_000

/** Has people whom a step has just sent to stay at it, in the caller's transaction. */
export async function holdSent(trx: Db, outcome: Outcome, people: Due[], now: Date): Promise<void> {
  const held = people.map((one) => ({ ...one, held_since: one.held_since ?? now }))
  await execute(trx, HOLD_SENT, {
    now,
    enrollments: held.map(({ id }) => id),
    dues: held.map((one) => nextLook(outcome, one.held_since, one.zone, now)),
  })
}

/**
 * Looks what became of what a step has sent to people, who stay as long as nothing is known and there is time. In the
 * caller's transaction.
 * @returns the way out for each profile that goes on
 */
export async function outcomes(
  trx: Db,
  { outcome, cascade }: MessageStep,
  people: Due[],
  now: Date
): Promise<Map<number, string>> {
  if (!people.length) return new Map()
  // In a version that does not ask, whoever was sent to goes on so.
  if (!outcome) return new Map(people.map(({ profile_id }) => [profile_id, SENT]))
  const rows = await query<{ id: number; reached: boolean | null; lost: boolean }>(
    trx,
    SENT_AND_THEN,
    { enrollments: people.map(({ id }) => id), seen: outcome.until === "seen" }
  )
  const found = new Map(rows.map((row) => [row.id, row]))
  const wayOf = ({ id, zone, held_since }: Due): string | undefined => {
    const { reached, lost } = found.get(id) ?? { reached: false, lost: false }
    if (reached) return outcome.until
    // Another channel may still take over what the first could not bring.
    const late = !held_since || waited(outcome.for, held_since, zone) <= now
    return late || (lost && !cascade?.length) ? `not_${outcome.until}` : undefined
  }
  const ways = people.map((one) => [one, wayOf(one)] as const)
  await holdSent(
    trx,
    outcome,
    ways.flatMap(([one, way]) => (way ? [] : [one])),
    now
  )
  return new Map(ways.flatMap(([{ profile_id }, way]) => (way ? [[profile_id, way]] : [])))
}

/** When it is looked again: at the end of the time if somebody tells what happens, as opens are told of. */
function nextLook({ until, for: time }: Outcome, since: Date, zone: string, now: Date): Date {
  const end = waited(time, since, zone)
  if (until === "seen") return end
  const after = Math.max(FIRST_LOOK_MS, (now.getTime() - since.getTime()) / 4)
  return new Date(Math.min(end.getTime(), now.getTime() + after))
}
