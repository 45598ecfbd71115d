import { MedusaError } from "@medusajs/framework/utils"
import { type Db, query } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import { type MailSender, SENDER_BY_RULES, SHOP_SENDER } from "../../../types/sender"
import { languageFor } from "../../content/languages/choose"
import type { Recipient } from "../../content/render/recipient"
import type { Sender } from "../ledger/runs"
import { SENDERS } from "../sql/senders"
import { listSenderRules } from "./store"

/**
 * The sender that a run is frozen with.
 * @param choice - `shop`, `rules`, or the id of a sender
 * @throws MedusaError `invalid_data` when there is no such sender
 */
export async function senderOf(db: Db, choice: string, options: EngageOptions): Promise<Sender> {
  const { sender: shop } = options
  if (choice === SHOP_SENDER) return shop
  const rows = await query<MailSender>(db, SENDERS)
  const known = new Map(rows.map((row) => [row.id, asSender(row, shop)]))
  if (choice === SENDER_BY_RULES) {
    const rules = await listSenderRules(db)
    return {
      ...shop,
      rules: rules.map(({ language, sales_channel_id, sender_id }) => ({
        ...{ language, sales_channel_id },
        sender: known.get(sender_id)!,
      })),
    }
  }
  const found = known.get(choice)
  if (found) return found
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    "sender: the chosen sender is gone; choose another one"
  )
}

/** Whom one person's message comes from: the first rule that fits them, else the run's own sender. */
export function senderFor(sender: Sender, person: Recipient): Sender {
  const rule = sender.rules?.find(
    ({ language, sales_channel_id }) =>
      (language === null || languageFor([language], person.language) !== null) &&
      (sales_channel_id === null || sales_channel_id === person.sales_channel_id)
  )
  return rule?.sender ?? sender
}

/** Whether it has to be known where each person bought. */
export function asksForSalesChannel({ rules = [] }: Sender): boolean {
  return rules.some(({ sales_channel_id }) => sales_channel_id !== null)
}

function asSender({ name, email, reply_to }: MailSender, shop: EngageOptions["sender"]): Sender {
  return { name, email, replyTo: reply_to, postalAddress: shop.postalAddress }
}
