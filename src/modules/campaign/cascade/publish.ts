import { MedusaError } from "@medusajs/framework/utils"
import type { Db } from "../../../lib/db"
import { inTurn } from "../../../lib/in-turn"
import type { EngageOptions } from "../../../lib/options"
import type { CascadeStep } from "../../../types/cascade"
import type { Channel } from "../../../types/common"
import type { Template } from "../../../types/content"
import { assertChannel, assertTemplate, publishContent } from "../../content/publish/publish"
import { getTemplate } from "../../content/templates/templates"
import { createCascade } from "../../delivery/ledger/cascade"
import type { NewRun } from "../../delivery/ledger/runs"

/**
 * The templates of a cascade, in its order.
 * @throws MedusaError `invalid_data` when a channel comes twice, or has no template or one with a mistake
 */
export async function cascadeTemplates(
  db: Db,
  first: Channel,
  cascade: CascadeStep[]
): Promise<Template[]> {
  const channels = [first, ...cascade.map(({ channel }) => channel)]
  if (new Set(channels).size < channels.length)
    refuse("a channel comes twice: each can be tried once")
  return inTurn(cascade, async ({ channel, template_id }) => {
    if (!template_id) return refuse(`choose what is said by ${channel}`)
    const template = await getTemplate(db, template_id)
    assertTemplate(template)
    assertChannel(template, channel)
    return template
  })
}

/** Freezes what a cascade says and makes its runs. @returns their numbers */
export async function publishCascade(
  trx: Db,
  run: number,
  first: NewRun,
  cascade: CascadeStep[],
  { channels }: EngageOptions
): Promise<number[]> {
  const templates = await cascadeTemplates(trx, first.channel, cascade)
  const steps = await inTurn(cascade.entries(), async ([i, { channel, after_minutes }]) => ({
    channel,
    provider: channels[channel].provider,
    contentId: await publishContent(trx, templates[i], { channel, now: first.now }),
    afterMinutes: after_minutes,
  }))
  return createCascade(trx, run, first, steps)
}

function refuse(message: string): never {
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `cascade: ${message}`)
}
