import type { PreflightCheck } from "../../../types/preflight"
import { megabytes, totalSize } from "../attachments/check"
import type { ContentParts } from "../parts"
import { readMarkup } from "./markup"
import { settle } from "./settle"
import { spamSigns } from "./spam"

/** Gmail shows only the beginning of a message above this size. */
const CUT_OFF_BYTES = 102 * 1024
const LONG_SUBJECT = 70
/** Fewer letters than this beside pictures read like an advertisement to filters. */
const FEW_LETTERS = 200

const UNSUBSCRIBE = /message\.unsubscribe_url\b/

/** What can be said of a template from its own text. `bytes` is the size of its HTML as it is sent. */
export function contentChecks(parts: ContentParts, bytes: number): PreflightCheck[] {
  const { images, links, text } = readMarkup(settle(parts.html))
  return [
    check("unsubscribe", UNSUBSCRIBE.test(parts.html), "There is an unsubscribe link", "warning", [
      "There is no unsubscribe link: one is added below the message",
    ]),
    check(
      "size",
      bytes <= CUT_OFF_BYTES,
      `${kilobytes(bytes)}, well below what Gmail cuts`,
      "warning",
      [`${kilobytes(bytes)}: Gmail cuts messages above ${kilobytes(CUT_OFF_BYTES)}`]
    ),
    list(
      "links",
      "All links lead somewhere",
      "blocker",
      links.flatMap(({ href, text: label }) => linkProblem(href, label) ?? [])
    ),
    list("images", "All pictures have a description", "warning", images.flatMap(imageProblem)),
    list("subject", "The subject has a good length", "warning", subjectProblems(parts)),
    list("words", "Nothing that reads like spam", "warning", [
      ...spamSigns(parts.subject, text),
      ...(images.length > 0 && text.length < FEW_LETTERS
        ? ["There is little text beside the pictures: some people and filters see only the text"]
        : []),
    ]),
  ]
}

/** What the files of a message do to it, if it has any. */
export function attachmentChecks({ attachments = [] }: ContentParts): PreflightCheck[] {
  if (!attachments.length) return []
  const names = attachments.map(({ name }) => name).join(", ")
  const message =
    `Attached: ${names} (${megabytes(totalSize(attachments))}). Messages with files reach fewer inboxes and take longer to ` +
    "send: a link to a page of your shop is safer"
  return [{ key: "attachments", level: "warning", message, details: [] }]
}

function linkProblem(href: string, label: string): string | undefined {
  const name = label.trim() ? `The link “${label.trim().slice(0, 40)}”` : "A link without words"
  if (!href || href === "#") return `${name} leads nowhere`
  if (/^(\{\{|mailto:|tel:)/i.test(href)) return undefined
  if (!/^https?:\/\//i.test(href))
    return `${name} leads to “${href.slice(0, 60)}”, which is no web address`
  if (/^https?:\/\/(localhost|127\.|0\.0\.0\.0)/i.test(href)) {
    return `${name} leads to this machine, where customers cannot go`
  }
  return undefined
}

function imageProblem({ src, alt }: { src: string; alt: string | undefined }): string[] {
  const name = src.split("/").pop()?.slice(0, 40) ?? ""
  if (!src.trim()) return ["A picture has no file"]
  // An empty description says that a picture is decoration; none at all is a mistake.
  return alt === undefined || !alt.trim() ? [`The picture ${name} has no description`] : []
}

function subjectProblems({ subject, preheader }: ContentParts): string[] {
  const length = subject.replace(/\{\{[\s\S]*?\}\}/g, "Anna").length
  return [
    ...(length > LONG_SUBJECT
      ? [`The subject has ${length} characters: many inboxes show only the first ${LONG_SUBJECT}`]
      : []),
    ...(preheader.trim() ? [] : ["There is no preview line: inboxes show the first words instead"]),
  ]
}

function check(
  key: PreflightCheck["key"],
  fine: boolean,
  message: string,
  level: "warning" | "blocker",
  problems: string[]
): PreflightCheck {
  return list(key, message, level, fine ? [] : problems)
}

/** One check: fine when there is nothing to say against it. */
export function list(
  key: PreflightCheck["key"],
  fine: string,
  level: "warning" | "blocker",
  problems: string[]
): PreflightCheck {
  const unique = [...new Set(problems)]
  return unique.length
    ? { key, level, message: unique[0], details: unique.slice(1, 20) }
    : { key, level: "ok", message: fine, details: [] }
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024)} KB`
}
