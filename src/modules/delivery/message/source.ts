import type { MessageSource } from "../../../types/common"
import type { Run } from "../ledger/runs"

/** What the messages of a run were sent by; null for a test. */
export function messageSource({
  kind,
  ref,
  title,
}: Pick<Run, "kind" | "ref" | "title">): MessageSource | null {
  if (kind !== "broadcast" && kind !== "campaign") return null
  return { kind, id: ref, name: title }
}
