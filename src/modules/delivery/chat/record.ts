import { type Db, queryOne } from "../../../lib/db"
import { publicIds } from "../../../lib/public-id"
import type { ChatReport } from "../../../providers/provider"
import { type EndpointChannel, signOff, signUp } from "../../profile/endpoints/endpoints"
import { recordEvents } from "../../profile/events/record"
import { PROFILE_ID } from "../../profile/read/row"
import { openMessageToken } from "../message/token"
import { GUEST_OF_CHAT, PRESSED_BUTTON } from "../sql/chat"
import { recordEvent } from "../tracking/record"
import { type Guest, invited } from "./invitation"

/** The event of a profile that a press on an answering button becomes. */
export const BUTTON_PRESSED = "Message Button Pressed"

type Chat = { name: string; channel: EndpointChannel }
type Pressed = {
  ref: string
  title: string
  kind: string
  profile_id: number
  label: string | null
}

/**
 * What people did in chats: who came by an invitation is reached there from now on, who left is not, and a press on a button
 * counts as a click and is an event of the person.
 * @returns how many of them were by somebody we know
 */
export async function recordChats(
  db: Db,
  chat: Chat,
  reports: ChatReport[],
  now: Date
): Promise<number> {
  let known = 0
  for (const report of reports) {
    if (report.kind === "left") {
      await signOff(db, { channel: chat.channel, address: report.address }, { ip: null, now })
      known += 1
    } else if (report.kind === "joined") known += Number(await join(db, chat, report, now))
    else known += Number(await press(db, chat, report, now))
  }
  return known
}

async function join(
  db: Db,
  { channel, name: provider }: Chat,
  { address, invitation, name: device }: Extract<ChatReport, { kind: "joined" }>,
  now: Date
): Promise<boolean> {
  const guest = invitation
    ? await invited(db, invitation)
    : await queryOne<Guest>(db, GUEST_OF_CHAT, { channel, address })
  if (!guest) return false
  await signUp(db, { channel, provider, address, keys: null, device, ...guest }, { ip: null, now })
  return true
}

async function press(
  db: Db,
  { channel, name: source }: Chat,
  { token, button, address, id }: Extract<ChatReport, { kind: "pressed" }>,
  now: Date
): Promise<boolean> {
  const ids = await publicIds(db)
  const key = openMessageToken(ids, token)
  const pressed =
    key &&
    (await queryOne<Pressed>(db, PRESSED_BUTTON, {
      run: key.runId,
      profile: key.profileId,
      pass: key.pass,
      channel,
      address,
      button,
    }))
  if (!key || !pressed) return false
  await recordEvent(db, key, { kind: "clicked", verdict: "human", now })
  const event = {
    name: BUTTON_PRESSED,
    at: now.toISOString(),
    message_id: id,
    profile_id: ids.seal(PROFILE_ID, pressed.profile_id),
    properties: {
      channel,
      button: pressed.label,
      message: pressed.title,
      [pressed.kind]: pressed.ref,
    },
  }
  await recordEvents(db, [event], source, now)
  return true
}
