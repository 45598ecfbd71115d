import { MedusaError } from "@medusajs/framework/utils"
import type { PreflightCheck } from "../../../types/preflight"
import { list } from "./checks"

/** Looks up the TXT records of a name; rejects when there are none. The node one is `dns.promises.resolveTxt`. */
export type TxtResolver = (name: string) => Promise<string[][]>

/** What a name that is not there, or has no such records, is answered with. */
const NOTHING = new Set(["ENOTFOUND", "ENODATA"])

/** What the domain of an address says about who may send for it; `dkim` is `null` when the name of its key is not known. */
type DomainRecords = { spf: boolean; dkim: boolean | null; dmarc: boolean }

/**
 * Looks up SPF, DMARC, and DKIM when its selector is known.
 * @throws MedusaError `not_allowed` when the DNS does not answer
 */
export async function lookUpRecords(
  email: string,
  selector: string | undefined,
  resolve: TxtResolver
): Promise<DomainRecords> {
  const domain = email.split("@").pop() ?? ""
  const has = async (name: string, start: RegExp) =>
    (await resolve(name).catch(noneOrFail)).some((parts) => start.test(parts.join("")))
  const [spf, dmarc, dkim] = await Promise.all([
    has(domain, /^v=spf1\b/i),
    has(`_dmarc.${domain}`, /^v=DMARC1\b/i),
    selector ? has(`${selector}._domainkey.${domain}`, /\bp=[A-Za-z0-9+/]/) : null,
  ])
  return { spf, dmarc, dkim }
}

/** Whether the sender's domain says who may send for it; when the DNS does not answer nothing is found. */
export async function senderCheck(
  email: string,
  selector: string | undefined,
  resolve: TxtResolver
): Promise<PreflightCheck> {
  const domain = email.split("@").pop() ?? ""
  const patient: TxtResolver = (name) => resolve(name).catch(() => [])
  const { spf, dmarc, dkim } = await lookUpRecords(email, selector, patient)
  return list("sender", `${domain} says who may send for it`, "warning", [
    ...(spf ? [] : [`${domain} has no SPF record: add one that names your mail provider`]),
    ...(dkim !== false
      ? []
      : [`${domain} has no DKIM key “${selector}”: your mail provider tells which to add`]),
    ...(dmarc ? [] : [`${domain} has no DMARC record: large inboxes ask for one`]),
  ])
}

function noneOrFail(error: NodeJS.ErrnoException): string[][] {
  if (NOTHING.has(error.code ?? "")) return []
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `The records of the domain cannot be looked up now (${error.code ?? error.message}): try again later`
  )
}
