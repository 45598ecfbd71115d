import type { EngageOptions } from "../../../lib/options"
import type { PublicIds } from "../../../lib/public-id"
import type { AttachedFile, OutgoingMessage } from "../../../providers/provider"
import { channelForm } from "../../../types/channel-form"
import { messageLinks } from "../../content/render/links"
import type { MessageFacts } from "../../content/render/facts"
import type { Recipient } from "../../content/render/recipient"
import type { Renderer } from "../../content/render/renderer"
import { buildScope, type ShopScope } from "../../content/render/scope"
import type { Run, Sender } from "../ledger/runs"
import { senderFor } from "../senders/choose"
import { addressOf } from "./address"
import { messageToken, shortMessageToken } from "./token"

/** What all messages of a run share. */
export type ComposeContext = {
  ids: PublicIds
  renderer: Renderer
  publicUrl: string
  shop: ShopScope
  /** Files of the content, read. */
  attachments?: AttachedFile[]
  run: Pick<
    Run,
    "id" | "kind" | "ref" | "channel" | "is_test" | "test_to" | "sender" | "lifetime_minutes"
  >
}

/** What templates know of the shop. */
export function shopScope(options: EngageOptions, sender: Sender, currency: string): ShopScope {
  return {
    name: sender.name,
    url: options.storefrontUrl,
    address: sender.postalAddress ?? null,
    currency,
  }
}

/**
 * The message of a run for one person.
 * @throws Error when the template cannot be rendered for this person
 */
export function composeMessage(
  { ids, renderer, publicUrl, shop, attachments, run }: ComposeContext,
  person: Recipient,
  date: Date,
  pass = 0,
  facts?: MessageFacts
): OutgoingMessage {
  const key = { runId: run.id, profileId: person.profile_id, pass }
  const token = messageToken(ids, key)
  const inLinks = run.channel === "sms" ? shortMessageToken(ids, key) : token
  const links = messageLinks(publicUrl, inLinks, date)
  const from = senderFor(run.sender, person)
  const { subject, html, text, card } = renderer.render(buildScope(person, shop, links, facts))
  return {
    ...key,
    token,
    to: run.test_to ?? addressOf(run.channel, person),
    from: { name: from.name, email: from.email },
    replyTo: from.replyTo ?? null,
    subject: run.is_test && subject ? `[TEST] ${subject}` : subject,
    html,
    text: run.is_test && !channelForm(run.channel).title ? ["[TEST] ", ...text] : text,
    card,
    ...(attachments?.length && { attachments }),
    lifetimeMinutes: run.lifetime_minutes,
    date,
    headers:
      run.channel !== "email"
        ? {}
        : {
            "List-Unsubscribe": `<${links.unsubscribe_url}>`,
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Feedback-ID": `${run.ref}:${run.kind}:${run.channel}:engage`,
          },
  }
}
