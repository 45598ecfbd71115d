import type { Db } from "../../../lib/db"
import type { WebhookStep } from "../../../types/campaign-errand"
import { listFields } from "../../profile/fields/store"
import { writeValues } from "../../profile/fields/values"
import { readValue } from "../flow/steps/field"
import type { Errand } from "./store"

/** Writes values of an answer into the person's own fields, as the step says. What is not there changes nothing. */
export async function saveAnswers(
  db: Db,
  { settings, profile_id: profileId, campaign_id }: Errand<WebhookStep>,
  text: string,
  now: Date
): Promise<void> {
  const found = readAnswers(settings.answers, text)
  if (!found.length) return
  const fields = new Map((await listFields(db, "profile")).map((field) => [field.key, field]))
  const values = found.flatMap(({ field: key, value }) => {
    const field = fields.get(key)
    return field ? [{ profileId, key, value: readValue(field, value) }] : []
  })
  const change = { source: "job", reason: campaign_id, at: now }
  await db.transaction((trx) => writeValues(trx, "profile", values, change))
}

/** The values of an answer by the paths that are asked for, as text; of what is no JSON there are none. */
export function readAnswers(
  answers: WebhookStep["answers"],
  text: string
): { field: string; value: string }[] {
  if (!answers.length) return []
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return []
  }
  return answers.flatMap(({ path, field }) => {
    const value = path.split(".").reduce<unknown>(inside, body)
    if (value === undefined || value === null) return []
    return { field, value: typeof value === "object" ? JSON.stringify(value) : String(value) }
  })
}

function inside(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined
}
