import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, query, queryOne } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import type {
  MailSender,
  SenderRecords,
  SenderRule,
  Senders,
  SenderState,
} from "../../../types/sender"
import { SALES_CHANNELS_AMONG } from "../../profile/shop/sales-channels"
import { lookUpRecords, type TxtResolver } from "../../content/preflight/sender"
import {
  DELETE_SENDER,
  DROP_SENDER_RULES,
  INSERT_SENDER,
  INSERT_SENDER_RULES,
  SENDER_BY_ID,
  SENDER_RULES,
  SENDERS,
  SET_RECORDS,
  UPDATE_SENDER,
} from "../sql/senders"

export type SenderInput = Pick<MailSender, "name" | "email" | "reply_to">
type Row = SenderInput & { id: string; records: SenderRecords | null }

/** Everybody whom messages can come from, and who writes to whom. */
export async function readSenders(db: Db, { sender }: EngageOptions): Promise<Senders> {
  const rows = await query<Row>(db, SENDERS)
  return {
    shop: { name: sender.name, email: sender.email, reply_to: sender.replyTo ?? null },
    senders: rows.map((row) => ({ ...row, state: stateOf(row, sender.email) })),
    rules: await listSenderRules(db),
  }
}

/** @throws MedusaError `not_found` */
async function getSender(db: Db, id: string): Promise<Row> {
  const row = await queryOne<Row>(db, SENDER_BY_ID, { id })
  if (row) return row
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `Sender with id ${id} was not found`)
}

/** @throws MedusaError `duplicate_error` when there is one of the same name and address */
export async function createSender(db: Db, input: SenderInput): Promise<string> {
  const id = generateEntityId(undefined, "sender")
  if (!(await execute(db, INSERT_SENDER, { id, ...input }))) refuseCopy(input)
  return id
}

/** Changes a sender for what is started from now on. @throws MedusaError `not_found`, or `duplicate_error` */
export async function updateSender(db: Db, id: string, change: Partial<SenderInput>) {
  const { name, email, reply_to } = { ...(await getSender(db, id)), ...change }
  if (!(await execute(db, UPDATE_SENDER, { id, name, email, reply_to })))
    refuseCopy({ name, email })
}

/** Takes a sender away, with its rules. What is being sent keeps it. @throws MedusaError `not_found` */
export async function deleteSender(db: Db, id: string): Promise<void> {
  if (!(await execute(db, DELETE_SENDER, { id }))) await getSender(db, id)
}

/**
 * Looks up what the domain of a sender says, and notes it.
 * @param selector - under which name its DKIM key stands, if that is known
 * @throws MedusaError `not_found`, or `not_allowed` when the DNS does not answer
 */
export async function checkSender(
  db: Db,
  id: string,
  { selector, resolve, now }: { selector?: string; resolve: TxtResolver; now: Date }
): Promise<void> {
  const { email } = await getSender(db, id)
  const found = await lookUpRecords(email, selector, resolve)
  const records: SenderRecords = { ...found, checked_at: now.toISOString() }
  await execute(db, SET_RECORDS, { id, records: JSON.stringify(records) })
}

/** Who writes to whom, in order. */
export function listSenderRules(db: Db): Promise<SenderRule[]> {
  return query<SenderRule>(db, SENDER_RULES)
}

/**
 * Writes all rules anew.
 * @throws MedusaError `invalid_data` for a sender or sales channel that there is not, or a rule that asks what one before
 *   it asks: it would never count
 */
export async function saveSenderRules(db: Db, rules: SenderRule[]): Promise<void> {
  const known = new Set((await query<Row>(db, SENDERS)).map(({ id }) => id))
  const unknown = rules.findIndex(({ sender_id }) => !known.has(sender_id))
  if (unknown >= 0)
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `rules.${unknown}.sender_id: there is no such sender; choose one of the list`
    )
  await assertSalesChannels(db, rules)
  assertDifferent(rules)
  await db.transaction(async (trx) => {
    await execute(trx, DROP_SENDER_RULES)
    await execute(trx, INSERT_SENDER_RULES, {
      languages: rules.map(({ language }) => language),
      sales_channels: rules.map(({ sales_channel_id }) => sales_channel_id),
      senders: rules.map(({ sender_id }) => sender_id),
    })
  })
}

async function assertSalesChannels(db: Db, rules: SenderRule[]): Promise<void> {
  const ids = rules.flatMap(({ sales_channel_id }) => sales_channel_id ?? [])
  const rows = ids.length ? await query<{ id: string }>(db, SALES_CHANNELS_AMONG, { ids }) : []
  const known = new Set(rows.map(({ id }) => id))
  const unknown = rules.findIndex(({ sales_channel_id: id }) => id !== null && !known.has(id))
  if (unknown < 0) return
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `rules.${unknown}.sales_channel_id: there is no such sales channel; choose one of the list`
  )
}

function assertDifferent(rules: SenderRule[]): void {
  const asked = rules.map(({ language, sales_channel_id }) => `${language} ${sales_channel_id}`)
  const copy = asked.findIndex((one, i) => asked.indexOf(one) < i)
  if (copy < 0) return
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `rules.${copy}: asks for the same language and sales channel as rule ${asked.indexOf(asked[copy])}; take one of them away`
  )
}

/** How far it is known that messages from an address will be believed. */
function stateOf({ email, records }: Omit<Row, "id">, shopEmail: string): SenderState {
  if (domainOf(email) === domainOf(shopEmail)) return "shop"
  if (!records) return "unchecked"
  return records.spf && records.dmarc && records.dkim !== false ? "confirmed" : "incomplete"
}

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf("@") + 1).toLowerCase()
}

function refuseCopy({ name, email }: Pick<SenderInput, "name" | "email">): never {
  throw new MedusaError(
    MedusaError.Types.DUPLICATE_ERROR,
    `There is a sender "${name}" with the address ${email} already`
  )
}
