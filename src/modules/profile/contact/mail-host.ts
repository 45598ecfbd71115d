import { Resolver } from "node:dns/promises"

/** What the domain name system says of a domain: its mail servers, that it takes no mail, or nothing for now. */
export type MailAnswer = { hosts: string[] } | "none" | "unknown"
export type MailResolver = (domain: string) => Promise<MailAnswer>

/** Who runs a mail server, by how its name ends. */
const HOSTS: Record<string, string[]> = {
  google_workspace: ["google.com", "googlemail.com"],
  microsoft_365: ["mail.protection.outlook.com", "mx.microsoft"],
  outlook: ["olc.protection.outlook.com", "hotmail.com"],
  yahoo: ["yahoodns.net"],
  icloud: ["icloud.com"],
  zoho: ["zoho.com", "zoho.eu", "zoho.in"],
  proton: ["protonmail.ch"],
  fastmail: ["messagingengine.com"],
  yandex: ["yandex.net", "yandex.ru"],
  mail_ru: ["mail.ru"],
  gmx: ["gmx.net"],
  ionos: ["kundenserver.de", "ionos.com", "1and1.com", "ui-dns.com"],
  strato: ["rzone.de"],
  ovh: ["ovh.net", "ovh.ca"],
  gandi: ["gandi.net"],
  infomaniak: ["infomaniak.ch"],
  godaddy: ["secureserver.net"],
  rackspace: ["emailsrvr.com"],
  hostinger: ["hostinger.com"],
  mimecast: ["mimecast.com"],
  proofpoint: ["pphosted.com", "ppe-hosted.com"],
  amazon: ["amazonaws.com"],
}

/** The provider that runs one of these mail servers. */
export function providerOfHosts(hosts: string[]): string | undefined {
  const names = hosts.map((host) => host.toLowerCase().replace(/\.$/, ""))
  const found = Object.entries(HOSTS).find(([, ends]) =>
    names.some((name) => ends.some((end) => name === end || name.endsWith(`.${end}`)))
  )
  return found?.[0]
}

/** Answers that say for certain that there is nothing. */
const NOTHING = new Set(["ENOTFOUND", "ENODATA"])

/** Asks the domain name system. A domain without mail servers of its own takes mail at its address (RFC 5321, 5.1). */
export const askDns: MailResolver = async (domain) => {
  const dns = new Resolver({ timeout: 3_000, tries: 2 })
  try {
    const servers = await dns.resolveMx(domain)
    const hosts = servers.map(({ exchange }) => exchange).filter(Boolean)
    // One server without a name says that the domain takes no mail (RFC 7505).
    return hosts.length ? { hosts } : "none"
  } catch (error) {
    if (!NOTHING.has((error as { code?: string }).code ?? "")) return "unknown"
  }
  const [four, six] = await Promise.allSettled([dns.resolve4(domain), dns.resolve6(domain)])
  if (four.status === "fulfilled" || six.status === "fulfilled") return { hosts: [domain] }
  const certain = [four, six].every(({ reason }) =>
    NOTHING.has((reason as { code?: string }).code ?? "")
  )
  return certain ? "none" : "unknown"
}
