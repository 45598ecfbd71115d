import type { ChoiceSubject, TopicChoice } from "../../../modules/delivery/tracking/choices"
import { FREQUENCIES, type Frequency, type SendingChannel } from "../../../types/common"
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

/** Begins the name of the field that says how often a topic is wanted. */
const OFTEN = "often_"
const OFTEN_WORDS: Record<Frequency, string> = {
  every: "Every message",
  weekly: "At most one a week",
  monthly: "At most one a month",
}

/** How often each topic is wanted, by its key, as the page's form says; what is no frequency is left out. */
export function readFrequencies(form: Record<string, unknown>): Map<string, Frequency> {
  return new Map(
    Object.entries(form).flatMap(([name, value]): [string, Frequency][] => {
      const frequency = FREQUENCIES.find((one) => one === value)
      return name.startsWith(OFTEN) && frequency ? [[name.slice(OFTEN.length), frequency]] : []
    })
  )
}

function frequencyField({ key, name, frequency }: TopicChoice): string {
  const options = FREQUENCIES.map(
    (one) =>
      `<option value="${one}"${one === frequency ? " selected" : ""}>${OFTEN_WORDS[one]}</option>`
  )
  return `<select name="${OFTEN}${escapeHtml(key)}" aria-label="How often: ${escapeHtml(name)}">${options.join("")}</select>`
}

/** Topics with a box each, and how often they are wanted. */
export function preferencesPage(
  subject: ChoiceSubject,
  topics: TopicChoice[],
  intro: string,
  saved: boolean
): string {
  const boxes = topics.map(
    (topic) => `<div class="topic"><label>
      <input type="checkbox" name="topics" value="${escapeHtml(topic.key)}"${topic.chosen ? " checked" : ""}>
      <b>${escapeHtml(topic.name)}</b><span>${escapeHtml(topic.description)}</span></label>${frequencyField(topic)}</div>`
  )
  return `${saved ? `<p role="status">Saved. ${escapeHtml(subject.shop)} will keep to it.</p>` : `<p>${escapeHtml(intro)}</p>`}
    <form method="post">
    <fieldset><legend>${capital(messagesOf(subject))} from ${escapeHtml(subject.shop)} about</legend>${boxes.join("")}</fieldset>
    <button>Save</button></form>
    <footer>With no box checked you get no more ${messagesOf(subject)}.</footer>`
}
