import { MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, queryOne } from "../../../lib/db"
import type { Topic } from "../../../types/common"
import { COUNT_TOPIC, DELETE_TOPIC, SAVE_TOPIC } from "../sql/consent"

/** Adds a topic, or changes its words. A private one is offered in no form; an archived one is for nothing new either. */
export async function saveTopic(db: Db, topic: Topic): Promise<void> {
  await execute(db, SAVE_TOPIC, topic)
}

/**
 * Removes a topic that nobody has said anything about.
 * @throws MedusaError `not_allowed` when somebody has: what they said must stay provable; `not_found`
 */
export async function deleteTopic(db: Db, key: string): Promise<void> {
  const { n } = (await queryOne<{ n: number }>(db, COUNT_TOPIC, { key }))!
  if (n > 0) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `${n} people have said whether they want this topic; archive it instead`
    )
  }
  if (await execute(db, DELETE_TOPIC, { key })) return
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no topic ${key}`)
}
