import type { ChoiceSubject, TopicChoice } from "../../../modules/delivery/tracking/choices"
import type { SendingChannel } from "../../../types/common"
import { escapeHtml } from "../../../lib/page"

/** What the messages of a channel are called in a sentence to their reader. */
const MESSAGES: Record<SendingChannel, string> = {
  email: "e-mail",
  sms: "text messages",
  viber: "Viber messages",
  whatsapp: "WhatsApp messages",
  in_app: "messages in the shop",
  push: "notifications",
  telegram: "Telegram messages",
}

const messagesOf = ({ channel }: ChoiceSubject) => MESSAGES[channel as SendingChannel]
const capital = (text: string) => text[0].toUpperCase() + text.slice(1)

/** The page behind an unsubscribe link: it asks, and changes nothing by being opened. */
export function unsubscribePage(subject: ChoiceSubject, preferencesUrl: string): string {
  const topic = subject.topic_name
    ? `<button name="scope" value="topic">Unsubscribe from ${escapeHtml(subject.topic_name)}</button>
       <button name="scope" value="channel" class="quiet">Unsubscribe from all ${messagesOf(subject)}</button>`
    : `<button name="scope" value="channel">Unsubscribe from all ${messagesOf(subject)}</button>`
  return `<p>You get ${messagesOf(subject)} from ${escapeHtml(subject.shop)}. What should stop?</p>
    <form method="post">${topic}</form>
    <footer><a href="${escapeHtml(preferencesUrl)}">Choose topics instead</a></footer>`
}

/** Shown after unsubscribing from the topic of the message, or from all messages of its channel. */
export function unsubscribedPage(
  subject: ChoiceSubject,
  scope: "topic" | "channel",
  preferencesUrl: string
): string {
  const about = scope === "topic" && subject.topic_name ? ` about ${subject.topic_name}` : ""
  const what = messagesOf(subject) + about
  return `<p>${escapeHtml(subject.shop)} will send you no more ${escapeHtml(what)}.</p>
    <footer>Changed your mind? <a href="${escapeHtml(preferencesUrl)}">Choose what you get</a></footer>`
}

/** Topics with a box each. */
export function preferencesPage(
  subject: ChoiceSubject,
  topics: TopicChoice[],
  intro: string,
  saved: boolean
): string {
  const boxes = topics.map(
    ({ key, name, description, chosen }) => `<label>
      <input type="checkbox" name="topics" value="${escapeHtml(key)}"${chosen ? " checked" : ""}>
      <b>${escapeHtml(name)}</b><span>${escapeHtml(description)}</span></label>`
  )
  return `${saved ? `<p role="status">Saved. ${escapeHtml(subject.shop)} will keep to it.</p>` : `<p>${escapeHtml(intro)}</p>`}
    <form method="post">
    <fieldset><legend>${capital(messagesOf(subject))} from ${escapeHtml(subject.shop)} about</legend>${boxes.join("")}</fieldset>
    <button>Save</button></form>
    <footer>With no box checked you get no more ${messagesOf(subject)}.</footer>`
}
