import { MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, queryOne } from "../../../lib/db"
import { wake } from "../../../lib/wake"
import type { Steering } from "../../../types/campaign-flow"
import { closedFor } from "../holidays/store"
import { COUNT_ONE_WAY, STEER, TAKE_PERSON } from "../sql/move"
import { reachable } from "./problems"
import { dueAt } from "./timing"
import { tellLeft } from "./tell"
import { loadVersion } from "./versions"

type Taken = {
  id: number
  profile_id: number
  version: number
  step: string
  due_at: Date
  zone: string
}
type By = { actor: string; now: Date; zone: string }

/** What one's path says of each thing done by hand; taking out is the reason why it ended too. */
const WAYS: Record<Steering["action"], string> = {
  move: "moved",
  skip_wait: "wait_skipped",
  take_out: "taken_out",
}

/**
 * Moves one person to a step of their version, ends their wait, or takes them out. What was done and by whom stands in
 * the person's path.
 * @param at - the step at which the person was seen
 * @throws MedusaError `not_found` when the person is not inside, `conflict` when they have gone on meanwhile,
 *   `not_allowed` when there is no wait to skip or no such step in their version
 */
export async function steerPerson(
  db: Db,
  id: string,
  enrollment: number,
  at: string,
  steering: Steering,
  by: By
): Promise<void> {
  await db.transaction(async (trx) => {
    const person = await queryOne<Taken>(trx, TAKE_PERSON, { id, enrollment, zone: by.zone })
    if (!person) fail("NOT_FOUND", "This person is not in the campaign any more")
    if (person.step !== at) fail("CONFLICT", "This person has gone on meanwhile: look again")
    const to = await destination(trx, id, person, steering, by.now)
    const way = WAYS[steering.action]
    await execute(trx, STEER, { enrollment, way, ...to, actor: by.actor, now: by.now })
    if (steering.action !== "skip_wait") {
      const { version, step } = person
      await execute(trx, COUNT_ONE_WAY, { id, version, step, way, now: by.now, people: 1 })
    }
    if (to.step === null) await tellLeft(trx, id, [[enrollment, person.profile_id, way]], by.now)
    await wake(trx, "engage_campaign")
  })
}

async function destination(
  trx: Db,
  id: string,
  person: Taken,
  steering: Steering,
  now: Date
): Promise<{ step: string | null; due_at: Date | null }> {
  if (steering.action === "take_out") return { step: null, due_at: null }
  if (steering.action === "skip_wait") {
    if (person.due_at <= now) fail("NOT_ALLOWED", "This person does not wait for anything")
    return { step: person.step, due_at: now }
  }
  const { plan } = await loadVersion(trx, id, person.version)
  const { graph } = plan
  const { step } = steering
  if (!reachable(graph).includes(step))
    fail("NOT_ALLOWED", `Version ${person.version}, in which this person is, has no such step`)
  return { step, due_at: dueAt(graph.steps[step], now, person.zone, await closedFor(trx, plan)) }
}

function fail(type: "NOT_FOUND" | "CONFLICT" | "NOT_ALLOWED", message: string): never {
  throw new MedusaError(MedusaError.Types[type], message)
}
