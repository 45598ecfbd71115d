import type { ChoiceSubject, TopicChoice } from "../../../modules/delivery/tracking/choices"
import { escapeHtml } from "../../../lib/page"

/** The page behind an unsubscribe link: it asks, and changes nothing by being opened. */
export function unsubscribePage(subject: ChoiceSubject, preferencesUrl: string): string {
  const topic = subject.topic_name
    ? `<button name="scope" value="topic">Unsubscribe from ${escapeHtml(subject.topic_name)}</button>
       <button name="scope" value="channel" class="quiet">Unsubscribe from all e-mail</button>`
    : `<button name="scope" value="channel">Unsubscribe from all e-mail</button>`
  return `<p>You get e-mail from ${escapeHtml(subject.shop)}. What should stop?</p>
    <form method="post">${topic}</form>
    <footer><a href="${escapeHtml(preferencesUrl)}">Choose topics instead</a></footer>`
}

/** Shown after unsubscribing. */
export function unsubscribedPage(
  subject: ChoiceSubject,
  what: string,
  preferencesUrl: string
): string {
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
    <fieldset><legend>E-mail from ${escapeHtml(subject.shop)} about</legend>${boxes.join("")}</fieldset>
    <button>Save</button></form>
    <footer>With no box checked you get no more e-mail.</footer>`
}
