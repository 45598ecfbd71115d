import type { Trouble } from "../../types/deliverability"

/** Statuses of RFC 3463 with a cure of their own. */
const BY_CODE: [RegExp, string][] = [
  [/^[45]\.7\.(2\d|1)$/, "auth"],
  [/^[45]\.2\.2$/, "full"],
  [/^[45]\.(2\.3|3\.4)$/, "large"],
]

/** Which advice helps against a trouble; a key below `deliverability.troubles.advice`. */
export function adviceFor({ code, class: kind }: Pick<Trouble, "class" | "code">): string {
  return BY_CODE.find(([pattern]) => code && pattern.test(code))?.[1] ?? kind
}
