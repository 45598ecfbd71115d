import type { Db } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import type { BroadcastReview } from "../../../types/broadcast"
import { describeProblem } from "../../content/publish/publish"
import { getTemplate } from "../../content/templates/templates"
import { validateTemplate } from "../../content/validate"
import { reviewAudience } from "../../delivery/ledger/freeze"
import { dataAsOf } from "../../profile/read/freshness"
import { listProfiles } from "../../profile/read/list"
import { broadcastAudience } from "./audience"
import type { BroadcastRow } from "./store"

type Check = BroadcastReview["checks"][number]
type Context = { db: Db; options: EngageOptions; currency: string }

const SAMPLE = 10
/** Gmail cuts a message at about this size. */
const MAX_BYTES = 102 * 1024

/** What starting the broadcast now would do: who gets it, who does not and why, and what stands in the way. */
export async function reviewBroadcast(
  context: Context,
  broadcast: BroadcastRow
): Promise<BroadcastReview> {
  const { db, options, currency } = context
  const { audience, exclude, segment, found } = await broadcastAudience(db, broadcast)
  const { channel, topic } = broadcast
  const counts = await reviewAudience(db, { audience, exclude, channel, topic })
  const sample = found
    ? await listProfiles(db, { among: audience, order: "-last_order_at", limit: SAMPLE, currency })
    : { profiles: [] }
  const data_as_of = await dataAsOf(db)
  return {
    ...counts,
    sample: sample.profiles,
    checks: [
      ...audienceChecks(broadcast, counts.will_send, segment?.error ?? null),
      ...(await contentChecks(db, broadcast)),
      ...senderChecks(options),
      ...(data_as_of
        ? []
        : [
            warning(
              "data",
              "The shop's history is still being read: the audience is not complete yet"
            ),
          ]),
    ],
    provider: options.channels.email.provider,
    sender: { name: options.sender.name, email: options.sender.email },
    data_as_of,
  }
}

function audienceChecks(broadcast: BroadcastRow, willSend: number, error: string | null): Check[] {
  if (!broadcast.segment_id) return [blocker("audience", "Choose whom the broadcast goes to")]
  if (error) return [blocker("audience", `The segment cannot be computed: ${error}`)]
  if (!willSend) return [blocker("audience", "Nobody in the audience can be reached by e-mail")]
  return [ok("audience", `${willSend.toLocaleString("en")} people will get it`)]
}

async function contentChecks(db: Db, broadcast: BroadcastRow): Promise<Check[]> {
  if (!broadcast.template_id) return [blocker("content", "Choose what the broadcast says")]
  const template = await getTemplate(db, broadcast.template_id)
  const problems = validateTemplate(template).map((p) => blocker("content", describeProblem(p)))
  if (!template.subject.trim()) problems.push(blocker("subject", "The message has no subject"))
  if (problems.length) return problems
  const bytes = Buffer.byteLength(template.html)
  return [
    ok("content", "The template has no mistakes, and every message can be unsubscribed from"),
    ...(bytes > MAX_BYTES
      ? [warning("size", `The message has ${Math.round(bytes / 1024)} KB; Gmail cuts it at 102 KB`)]
      : []),
  ]
}

function senderChecks({ sender, channels }: EngageOptions): Check[] {
  const checks: Check[] = []
  if (sender.email.endsWith("@localhost.example")) {
    checks.push(
      warning("sender", "Messages have no sender of yours yet: set sender in medusa-config.ts")
    )
  }
  if (!sender.postalAddress) {
    checks.push(
      warning(
        "postal_address",
        "Many countries require a postal address in marketing mail: set sender.postalAddress"
      )
    )
  }
  if (channels.email.provider === "sandbox") {
    checks.push(ok("provider", "Sandbox: nothing leaves; you can open every message in the outbox"))
  }
  return checks
}

const ok = (key: string, message: string): Check => ({ level: "ok", key, message })
const warning = (key: string, message: string): Check => ({ level: "warning", key, message })
const blocker = (key: string, message: string): Check => ({ level: "blocker", key, message })
