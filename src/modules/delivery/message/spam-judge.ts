import type { EngageOptions } from "../../../lib/options"
import { askSpamd } from "../../../lib/spamd"
import { MimeBuffer } from "../../../providers/mime/mime-buffer"
import type { SpamJudge } from "../../content/preflight/spam-check"

/** Lets SpamAssassin judge messages as they go over the wire; `null` when the shop has none. */
export function spamJudge(
  { spamassassin, sender, publicUrl }: EngageOptions,
  now: Date
): SpamJudge | null {
  if (!spamassassin) return null
  return ({ subject, html, text }, to) => {
    const wire = new MimeBuffer().build({
      runId: 0,
      profileId: 0,
      pass: 0,
      token: "preflight",
      to,
      from: { name: sender.name, email: sender.email },
      replyTo: sender.replyTo ?? null,
      subject,
      html,
      text,
      card: null,
      lifetimeMinutes: null,
      date: now,
      headers: {
        "List-Unsubscribe": `<${publicUrl}/engage/u/preflight>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      },
    })
    // The dot that ends a message on the wire is none of the message.
    return askSpamd(spamassassin, Buffer.concat(wire.slice(0, -1)))
  }
}
