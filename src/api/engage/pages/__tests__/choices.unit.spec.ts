import type { ChoiceSubject } from "../../../../modules/delivery/tracking/choices"
import { SENDING_CHANNELS, type SendingChannel } from "../../../../types/common"
import { preferencesPage, unsubscribedPage, unsubscribePage } from "../choices"

const subject = (channel: SendingChannel, topic_name: string | null = "News"): ChoiceSubject => ({
  key: { runId: 1, profileId: 1, pass: 0 },
  channel,
  topic: topic_name && "news",
  topic_name,
  shop: "Shop & Sons",
})
/** What is read on a page, without its markup. */
const words = (html: string) =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim()

describe("the pages behind a message's links", () => {
  it.each([
    ["email", "e-mail"],
    ["sms", "text messages"],
    ["viber", "Viber messages"],
    ["whatsapp", "WhatsApp messages"],
    ["in_app", "messages in the shop"],
    ["push", "notifications"],
    ["telegram", "Telegram messages"],
  ] as const)("speak of the channel that it came by: %s", (channel, messages) => {
    const from = subject(channel)
    expect(words(unsubscribePage(from, "p"))).toBe(
      `You get ${messages} from Shop &amp; Sons. What should stop? Unsubscribe from News Unsubscribe from all ${messages} Choose topics instead`
    )
    expect(words(unsubscribedPage(from, "channel", "p"))).toBe(
      `Shop &amp; Sons will send you no more ${messages}. Changed your mind? Choose what you get`
    )
    expect(words(unsubscribedPage(from, "topic", "p"))).toContain(`no more ${messages} about News.`)
    const page = words(preferencesPage(from, [], "Choose.", false))
    expect(page.toLowerCase()).toContain(`${messages.toLowerCase()} from shop &amp; sons about`)
    expect(page).toContain(`With no box checked you get no more ${messages}.`)
  })

  it("offer the whole channel alone when the message was about nothing", () => {
    const html = unsubscribePage(subject("sms", null), "p")
    expect(html.match(/value="(topic|channel)"/g)).toEqual(['value="channel"'])
    expect(words(unsubscribedPage(subject("sms", null), "topic", "p"))).toContain(
      "no more text messages."
    )
  })

  it("know every channel", () => {
    for (const channel of SENDING_CHANNELS)
      expect(unsubscribePage(subject(channel), "p")).not.toContain("undefined")
  })
})
