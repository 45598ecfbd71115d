import type { ConditionBlock, ConditionRule, RichInline } from "../../../../types/document"

type Variable = Extract<RichInline, { type: "variable" }>["attrs"]

/** The Liquid that writes a variable's value, or its fallback for people of whom it is not known. */
export function variableLiquid({ path, fallback, format }: Variable): string {
  const fall = fallback ? ` | default: ${quoted(fallback)}` : ""
  // A fallback is already in words: formatting comes first.
  return `{{ ${formatted(path, format)}${fall} }}`
}

/** A variable's path with the filter that writes its value in a format. */
export function formatted(path: string, format: Variable["format"]): string {
  return path + FORMATS[format](path)
}

const FORMATS: Record<Variable["format"], (path: string) => string> = {
  plain: () => "",
  date: () => ` | date: "%-d %B %Y"`,
  money: (path) => ` | money: ${currencyOf(path)}`,
}

/** Where the currency of an amount stands. */
function currencyOf(path: string): string {
  const [root] = path.split(".")
  if (root === "last_order" || root === "trigger") return `${root}.currency`
  return root === "item" || path.startsWith("products.")
    ? `${path.split(".").slice(0, -1).join(".")}.currency`
    : "shop.currency"
}

/** The condition of a section, for `{% if … %}`. */
export function conditionLiquid({ rules, match }: Pick<ConditionBlock, "rules" | "match">): string {
  return rules.map(ruleLiquid).join(match === "all" ? " and " : " or ")
}

const OPERATORS: Record<ConditionRule["operator"], (path: string, value: string) => string> = {
  // Only nil and false are false in Liquid, and nil is not more than anything.
  known: (path) => `${path} != nil`,
  unknown: (path) => `${path} == nil`,
  is: (path, value) => `${path} == ${value}`,
  is_not: (path, value) => `${path} != ${value}`,
  more: (path, value) => `${path} > ${value}`,
  less: (path, value) => `${path} < ${value}`,
}

function ruleLiquid({ path, operator, value }: ConditionRule): string {
  return OPERATORS[operator](
    path,
    /^-?\d+(\.\d+)?$/.test(value.trim()) ? value.trim() : quoted(value)
  )
}

/** A text as a Liquid literal, which knows no escapes: the one kind of quote inside decides the other outside. */
export function quoted(text: string): string {
  const clean = text.replace(/[{}%\r\n]/g, " ")
  return clean.includes('"') ? `'${clean.replace(/'/g, "’")}'` : `"${clean}"`
}
