import { MedusaError } from "@medusajs/framework/utils"
import { type Db, execute } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import { publicIds } from "../../../lib/public-id"
import type { OutgoingMessage, SendResult } from "../../../providers/provider"
import type { MessageFacts } from "../../content/render/facts"
import { loadRecipient } from "../../content/render/recipient"
import { loadRenderer } from "../../content/render/renderer"
import { sampleFacts, sampleWithProducts } from "../../content/sample"
import { readSettings } from "../../profile/sync/settings"
import type { Account } from "../limits/account"
import { costOf, loadPrices } from "../cost/prices"
import { createRun, loadRun, type Run, type Sender } from "../ledger/runs"
import { STATE } from "../ledger/states"
import { END_TEST, END_TEST_RUN, INSERT_TEST } from "../sql/messages"
import { addressProblem, isWritten, readAddress } from "./address"
import { asksForSalesChannel } from "../senders/choose"
import { loadAttachments } from "./attachments"
import { composeMessage, shopScope } from "./compose"
import { saveCopies } from "./copies"
import { messageId } from "./token"

export type TestMessage = {
  /** What it is a test of. */
  ref: string
  title: string
  topic: string | null
  contentId: number
  sender: Sender
  /** Whose data it shows; the sample person's when there is none. */
  profileId?: number
  to: string
  now: Date
  /** What it knows of its occasion; samples, if left out. */
  facts?: MessageFacts
}

export type TestResult = { message_id: string; state: "accepted" | "failed"; error: string | null }

/**
 * Sends one message to an address of the staff, marked as a test. It stands in the ledger and in no report.
 * @throws MedusaError `invalid_data` for a wrong address, `not_found` for an unknown profile
 */
export function sendTest(db: Db, sending: Sending, test: TestMessage): Promise<TestResult> {
  return sendOne(db, sending, { ...test, kind: "test", isTest: true })
}

type Sending = { account: Account; options: EngageOptions }
export type SingleMessage = TestMessage & { kind: string; isTest: boolean }

/**
 * Sends one message that somebody waits for, at once. Its intent stands in the ledger before the provider is asked.
 * @throws MedusaError `invalid_data` for a wrong address, `not_found` for an unknown profile
 */
export async function sendOne(
  db: Db,
  { account, options }: Sending,
  test: SingleMessage
): Promise<TestResult> {
  const { provider } = account
  const { channel } = provider
  const to = readAddress(channel, test.to)
  if (to === undefined)
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `to: ${addressProblem(channel)}`)
  if (!isWritten(channel) && !test.profileId)
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "profile_id: choose who gets the test")
  const runId = await createRun(db, {
    ...test,
    channel,
    provider: provider.name,
    testTo: to,
  })
  const run = await loadRun(db, runId)
  const message = await composeTest(db, run, options, test)
  // Uncertain until the provider has answered: what a crash leaves is the truth.
  const key = { run: runId, run_at: run.started_at, profile: message.profileId }
  await execute(db, INSERT_TEST, { ...key, channel: run.channel, state: STATE.uncertain })
  const result = await sendWithPermit(account, message)
  const state = result.state === "deferred" ? "failed" : result.state
  await execute(db, END_TEST, {
    ...key,
    state: STATE[state],
    provider_id: result.state === "accepted" ? result.providerId : null,
    error: errorOf(result),
    cost: state === "failed" ? null : costOf(channel, await loadPrices(db, account.name), message),
    delivered: result.state === "accepted" && provider.capabilities.reportsDelivery,
  })
  await execute(db, END_TEST_RUN, { run: runId, now: test.now })
  return {
    message_id: messageId(await publicIds(db), message),
    state: result.state === "accepted" ? "accepted" : "failed",
    error: errorOf(result),
  }
}

/** A single message counts towards the limits of its account, and what becomes of it tells whether the account answers. */
async function sendWithPermit(
  { name, provider, permits, breaker }: Account,
  message: OutgoingMessage
): Promise<SendResult> {
  const holder = `single ${message.runId}`
  const [admitted] = await permits.take(holder, [message.to])
  if (!admitted) {
    const error = `The limit of ${name} is reached for now: try again in a while, or raise it under Deliverability`
    return { state: "failed", class: "rejected", error }
  }
  const [result] = await provider.sendBatch([message])
  await permits.settle(holder, [message.to])
  await permits.letGo(holder, 0)
  if (result.state === "deferred" && result.scope === "provider")
    await breaker.refused(result.retryAfterMs, result.error)
  return result
}

async function composeTest(
  db: Db,
  run: Run,
  options: EngageOptions,
  test: TestMessage
): Promise<OutgoingMessage> {
  const renderer = await loadRenderer(db, run.content_id, options.timeZone)
  const person = test.profileId
    ? await loadRecipient(db, test.profileId, {
        ...renderer,
        salesChannel: asksForSalesChannel(run.sender),
      })
    : await sampleWithProducts(db, renderer)
  if (!person)
    throw new MedusaError(MedusaError.Types.NOT_FOUND, "The chosen profile was not found")
  const facts = test.facts ?? sampleFacts()
  if (options.keepCopies) await saveCopies(db, { run: run.id, renderer, people: [person], facts })
  const { currency } = await readSettings(db, options)
  const context = {
    ids: await publicIds(db),
    renderer,
    publicUrl: options.publicUrl,
    shop: shopScope(options, run.sender, currency),
    attachments: await loadAttachments(db, renderer.content.attachments),
    run,
  }
  return composeMessage(context, person, test.now, 0, facts)
}

function errorOf(result: SendResult): string | null {
  return result.state === "accepted" ? null : result.error
}
