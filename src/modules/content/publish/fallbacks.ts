import { MedusaError } from "@medusajs/framework/utils"
import type {
  Block,
  ConditionRule,
  RichInline,
  RichList,
  RichParagraph,
} from "../../../types/document"
import { innerLists } from "../document/tree"
import { languageName } from "../languages/choose"
import type { WrittenParts } from "../templates/compile"
import { VARIABLES } from "../variables"

type Named = Pick<WrittenParts, "document" | "languages">

/**
 * Values of a person in a message's blocks that can be unknown and for which nothing stands then, each in a sentence that
 * says what to do. A section that is only for people of whom the value is known needs nothing.
 */
export function missingFallbacks({ document, languages = [] }: Named): string[] {
  const own = [{ language: null, document }, ...languages]
  return own.flatMap(({ language, document }) => {
    const paths = new Set(missingIn(document?.blocks ?? [], new Set()))
    const where = language ? ` in ${languageName(language)}` : ""
    return [...paths].map(
      (path) =>
        `“${labelOf(path)}” is not known of everybody: click it in the message${where} and write what the others shall read`
    )
  })
}

/** @throws MedusaError `invalid_data` for a message that {@link missingFallbacks} finds something in */
export function assertFallbacks(parts: Named & { name?: string }): void {
  const [missing] = missingFallbacks(parts)
  if (!missing) return
  const where = parts.name ? `template "${parts.name}": ` : ""
  throw new MedusaError(MedusaError.Types.INVALID_DATA, where + missing)
}

function missingIn(blocks: Block[], known: ReadonlySet<string>): string[] {
  return blocks.flatMap((block) => {
    if (block.type === "text" || block.type === "heading")
      return variablesIn(block.content.content).flatMap(({ path, fallback }) =>
        !fallback.trim() && canBeUnknown(path) && !known.has(path) ? [path] : []
      )
    if (block.type !== "condition")
      return innerLists(block).flatMap((inner) => missingIn(inner, known))
    const all = block.match === "all" || block.rules.length === 1
    const sure = all ? block.rules.filter(meansKnown).map(({ path }) => path) : []
    const others =
      block.rules.length === 1 && block.rules[0].operator === "unknown" ? [block.rules[0].path] : []
    return [
      ...missingIn(block.blocks, new Set([...known, ...sure])),
      ...missingIn(block.otherwise, new Set([...known, ...others])),
    ]
  })
}

const meansKnown = ({ operator, value }: ConditionRule): boolean =>
  operator === "known" ||
  operator === "more" ||
  operator === "less" ||
  (operator === "is" && value.trim() !== "") ||
  (operator === "is_not" && value.trim() === "")

function variablesIn(nodes: (RichParagraph | RichList)[]) {
  return nodes.flatMap((node): Extract<RichInline, { type: "variable" }>["attrs"][] =>
    node.type === "paragraph"
      ? (node.content ?? []).flatMap((part) => (part.type === "variable" ? [part.attrs] : []))
      : node.content.flatMap(({ content }) => variablesIn(content))
  )
}

/** Of a person everything can be that is not surely there; what a campaign or an order says is there when they let somebody in. */
function canBeUnknown(path: string): boolean {
  if (!path.startsWith("profile.")) return false
  return VARIABLES.find((variable) => variable.path === path)?.nullable ?? true
}

function labelOf(path: string): string {
  return VARIABLES.find((variable) => variable.path === path)?.label ?? path.split(".").at(-1)!
}
