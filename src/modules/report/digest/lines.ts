import type { Channel } from "../../../types/common"
import type { DigestFacts, DigestLine } from "../../../types/digest"

type Money = (minor: number) => string
type Trend = DigestLine["trend"]

const CHANNEL_NAMES: Partial<Record<Channel, string>> = {
  email: "e-mail",
  sms: "SMS",
  viber: "Viber",
  whatsapp: "WhatsApp",
  telegram: "Telegram",
  push: "push messages",
  in_app: "messages in the shop",
}

/** The sentences of a week, the same for the same numbers. What did not happen in either week is not spoken of. */
export function digestLines(facts: DigestFacts, money: Money): DigestLine[] {
  return [
    ...revenue(facts.trade, money),
    ...buyers(facts.trade),
    ...facts.segments.map(segment),
    ...facts.consent.map(consent),
    ...sent(facts.sent),
  ]
}

function revenue(trade: DigestFacts["trade"], money: Money): DigestLine[] {
  const { orders, orders_before, revenue, revenue_before } = trade
  if (!orders && !orders_before) return []
  const from = `from ${counted(orders, "order")}`
  const to = "/orders"
  if (!revenue_before)
    return [
      { text: `Revenue was ${money(revenue)} ${from}; the week before had none.`, to, trend: "up" },
    ]
  const change = compared(revenue, revenue_before)
  const text = `Revenue was ${money(revenue)} ${from}, ${change} the week before (${money(revenue_before)}).`
  return [{ text, to, trend: trendOf(revenue, revenue_before) }]
}

function buyers({ new_buyers, new_buyers_before }: DigestFacts["trade"]): DigestLine[] {
  if (!new_buyers && !new_buyers_before) return []
  const who = new_buyers === 1 ? "1 person" : `${number(new_buyers)} people`
  return [
    {
      text: `${who} bought for the first time; ${number(new_buyers_before)} in the week before.`,
      to: "/engage/profiles",
      trend: trendOf(new_buyers, new_buyers_before),
    },
  ]
}

function segment({ id, name, before, after }: DigestFacts["segments"][number]): DigestLine {
  const grew = after > before ? "grew" : "shrank"
  const by = before ? ` by ${percent(Math.abs(after - before) / before)}` : ""
  return {
    text: `“${name}” ${grew}${by}, from ${number(before)} to ${number(after)} people.`,
    to: `/engage/segments/${id}`,
    trend: trendOf(after, before),
  }
}

function consent(said: DigestFacts["consent"][number]): DigestLine {
  const { channel, joined, joined_before, left, left_before } = said
  const name = CHANNEL_NAMES[channel] ?? channel
  return {
    text:
      `${number(joined)} subscribed to ${name} and ${number(left)} unsubscribed; ` +
      `${number(joined_before)} and ${number(left_before)} in the week before.`,
    to: "/engage/profiles",
    trend: trendOf(joined - left, joined_before - left_before),
  }
}

function sent(facts: DigestFacts["sent"]): DigestLine[] {
  const { broadcasts, sent, sent_before, bounced, bounced_before, clicked } = facts
  if (!sent) return []
  const before = sent_before ? ` (${percent(bounced_before / sent_before)} the week before)` : ""
  return [
    {
      text:
        `${counted(broadcasts, "broadcast")} sent ${counted(sent, "message")}: ` +
        `${percent(clicked / sent)} were clicked, ${percent(bounced / sent)} came back${before}.`,
      to: "/engage/broadcasts",
      trend: sent_before ? trendOf(bounced_before / sent_before, bounced / sent) : "same",
    },
  ]
}

function compared(now: number, before: number): string {
  const change = (now - before) / before
  if (!Math.round(change * 1_000)) return "about the same as in"
  return `${percent(Math.abs(change))} ${change > 0 ? "more" : "less"} than in`
}

const trendOf = (now: number, before: number): Trend =>
  now === before ? "same" : now > before ? "up" : "down"

const number = (value: number) => value.toLocaleString("en")
const percent = (share: number) =>
  `${(share * 100).toLocaleString("en", { maximumFractionDigits: 1 })} %`
const counted = (count: number, what: string) => `${number(count)} ${what}${count === 1 ? "" : "s"}`
