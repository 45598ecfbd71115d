import type { PreflightCheck } from "../../../types/content"
import { list } from "./checks"

/** Looks up the TXT records of a name; rejects when there are none. The node one is `dns.promises.resolveTxt`. */
export type TxtResolver = (name: string) => Promise<string[][]>

/** Whether the sender's domain says who may send for it: SPF, DMARC, and DKIM when its selector is known. */
export async function senderCheck(
  email: string,
  selector: string | undefined,
  resolve: TxtResolver
): Promise<PreflightCheck> {
  const domain = email.split("@").pop() ?? ""
  const has = async (name: string, start: RegExp) =>
    (await resolve(name).catch(() => [])).some((parts) => start.test(parts.join("")))
  const [spf, dmarc, dkim] = await Promise.all([
    has(domain, /^v=spf1\b/i),
    has(`_dmarc.${domain}`, /^v=DMARC1\b/i),
    selector ? has(`${selector}._domainkey.${domain}`, /\bp=[A-Za-z0-9+/]/) : true,
  ])
  return list("sender", `${domain} says who may send for it`, "warning", [
    ...(spf ? [] : [`${domain} has no SPF record: add one that names your mail provider`]),
    ...(dkim
      ? []
      : [`${domain} has no DKIM key “${selector}”: your mail provider tells which to add`]),
    ...(dmarc ? [] : [`${domain} has no DMARC record: large inboxes ask for one`]),
  ])
}
