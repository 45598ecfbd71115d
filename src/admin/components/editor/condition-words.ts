import type { TFunction } from "i18next"
import type { BlockOf, ConditionOperator } from "../../../types/document"

/** What comparing with nothing means. */
const EMPTY: Partial<Record<ConditionOperator, ConditionOperator>> = {
  is: "unknown",
  is_not: "known",
}

/** A section's condition as a sentence. */
export function conditionWords(
  { rules, match }: Pick<BlockOf<"condition">, "rules" | "match">,
  labelOf: (path: string) => string,
  t: TFunction<"engage">
): string {
  return rules
    .map(({ path, operator, value }) =>
      t(`editor.rule.${value || !EMPTY[operator] ? operator : EMPTY[operator]}`, {
        name: labelOf(path),
        value,
        interpolation: { escapeValue: false },
      })
    )
    .join(` ${t(match === "all" ? "editor.rule.and" : "editor.rule.or")} `)
}
