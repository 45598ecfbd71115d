import { MedusaError } from "@medusajs/framework/utils"
import type { ImportAs, ImportedTemplate, ImportProblem } from "../../../types/content"
import type { MessageDocument } from "../../../types/document"
import { validateTemplate } from "../validate"
import { toBlocks } from "./blocks/to-blocks"
import { cleanHtml } from "./clean"
import { housePictures, type Picture } from "./pictures"
import { translateTags } from "./tags"
import { type Package, unpack } from "./unpack"

const MAX_HTML = 1_000_000
const UNSUBSCRIBE = /message\.unsubscribe_url\b/

export type ImportedMessage = {
  subject: string
  preheader: string
  html: string
  /** The same as blocks, when they were asked for and could be made. */
  document: MessageDocument | null
  /** How many parts can be changed in the editor, and how many stay HTML; `null` for a message as HTML. */
  parts: ImportedTemplate["parts"]
  problems: ImportProblem[]
}

/**
 * Makes a message of ours of a file from another tool: HTML, MJML, or a ZIP with its pictures. What cannot be taken over is
 * taken out and told.
 * @param as - `blocks` for the editor, `html` letter by letter
 * @param keep - puts a picture where the shop keeps its files, and returns its address
 * @throws MedusaError `invalid_data` when the file holds no message that can be sent
 */
export async function importMessage(
  file: { filename: string; bytes: Uint8Array },
  as: ImportAs,
  keep: (picture: Picture) => Promise<string>
): Promise<ImportedMessage> {
  const found = await unpack(file.filename, file.bytes)
  const problems: ImportProblem[] = []
  const tell = (kind: ImportProblem["kind"], details: string[]) => {
    if (details.length)
      problems.push({ kind, details: details.slice(0, 20), count: details.length })
  }
  const made = await toHtml(found)
  tell("mjml", made.errors)
  const clean = cleanHtml(made.html)
  tell("removed", clean.removed)
  const styles = readStyles(clean.styleSheets, found.files)
  tell("style_sheet", styles.missing)
  const { text, unknown } = translateTags(withStyles(clean.html, styles.css))
  tell("placeholder", unknown)
  const subject = translateTags(clean.title).text || nameOf(file.filename)
  assertUsable(subject, text)
  const pictures = await housePictures(text, found.files, keep)
  tell("picture_missing", pictures.missing)
  tell("picture_elsewhere", pictures.elsewhere)
  if (!UNSUBSCRIBE.test(pictures.html))
    problems.push({ kind: "unsubscribe", details: [], count: 1 })
  const blocks = as === "blocks" ? toBlocks(pictures.html) : null
  if (as === "blocks" && !blocks) problems.push({ kind: "no_blocks", details: [], count: 1 })
  tell("kept_html", blocks?.kept ?? [])
  return {
    subject,
    preheader: blocks?.preheader ?? "",
    html: pictures.html,
    document: blocks?.document ?? null,
    parts: blocks && { editable: blocks.editable, html: blocks.kept.length },
    problems,
  }
}

/** What a file is called without its ending, for a message that says nothing of itself. */
export function nameOf(filename: string): string {
  return (
    filename
      .replace(/\.[^.]*$/, "")
      .replace(/[_-]+/g, " ")
      .trim() || "Message"
  )
}

async function toHtml({ kind, source }: Package): Promise<{ html: string; errors: string[] }> {
  if (kind === "html") return { html: source, errors: [] }
  const { default: mjml2html } = await import("mjml").catch(() => {
    throw invalid("MJML needs the package mjml: run npm install mjml in your Medusa project")
  })
  try {
    const { html, errors } = await mjml2html(source, { validationLevel: "soft" })
    return { html, errors: errors.map(({ line, message }) => `${line}: ${message}`) }
  } catch (error) {
    throw invalid(`this is not MJML (${(error as Error).message})`)
  }
}

function readStyles(names: string[], files: Package["files"]) {
  const missing = names.filter((name) => !files.has(name))
  const css = names.flatMap((name) => {
    const bytes = files.get(name)
    return bytes ? [new TextDecoder().decode(bytes)] : []
  })
  return { missing, css: css.join("\n") }
}

function withStyles(html: string, css: string): string {
  if (!css) return html
  const style = `<style>\n${css.replace(/<\/style/gi, "")}\n</style>`
  return /<\/head>/i.test(html) ? html.replace(/<\/head>/i, () => `${style}</head>`) : style + html
}

function assertUsable(subject: string, html: string): void {
  if (html.length > MAX_HTML) throw invalid("the message is larger than 1 MB")
  const parts = { channel: "email" as const, subject, preheader: "", html, text: null, card: null }
  const [problem] = validateTemplate(parts)
  if (!problem) return
  const place = problem.line ? ` (line ${problem.line}, column ${problem.column})` : ""
  throw invalid(`${problem.message}${place}`)
}

function invalid(message: string): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, `file: ${message}`)
}
