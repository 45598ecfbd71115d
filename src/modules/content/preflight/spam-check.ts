import type { SpamReport } from "../../../lib/spamd"
import type { PreflightCheck } from "../../../types/preflight"
import type { Rendering } from "../render/renderer"

/** Has a message for one address judged by SpamAssassin; rejects when that does not answer. */
export type SpamJudge = (message: Rendering, to: string) => Promise<SpamReport>

/** Rules of fewer points than this say nothing of the message. */
const LIGHTEST = 0.1

/** What SpamAssassin says of a message; nothing when the shop has none. */
export async function spamCheck(
  judge: SpamJudge | null | undefined,
  message: Rendering,
  to: string
): Promise<PreflightCheck[]> {
  if (!judge) return []
  try {
    return [sayReport(await judge(message, to))]
  } catch (error) {
    const said = `SpamAssassin did not look at the message: ${(error as Error).message}`
    return [{ key: "spam", level: "warning", message: said, details: [] }]
  }
}

/** A report in words: a blocker once the message counts as spam, a warning from half of that on. */
export function sayReport({ score, required, rules }: SpamReport): PreflightCheck {
  const level = score >= required ? "blocker" : score >= required / 2 ? "warning" : "ok"
  const verdict =
    level === "blocker" ? `from ${required} on it counts as spam` : `spam begins at ${required}`
  return {
    key: "spam",
    level,
    message: `SpamAssassin gives ${score} points: ${verdict}`,
    details: rules
      .filter(({ points }) => points >= LIGHTEST)
      .map(({ points, name, description }) => `${points} points: ${description} (${name})`),
  }
}
