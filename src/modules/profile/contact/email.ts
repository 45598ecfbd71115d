import { domainToASCII } from "node:url"

/** Mailbox providers by the domains they give to private people. Business domains are `other`. */
const PROVIDERS: Record<string, string[]> = {
  gmail: ["gmail.com", "googlemail.com"],
  outlook: [
    "outlook.com",
    "hotmail.com",
    "live.com",
    "msn.com",
    "hotmail.co.uk",
    "hotmail.fr",
    "hotmail.de",
    "hotmail.it",
    "hotmail.es",
    "live.co.uk",
    "live.fr",
    "live.nl",
    "outlook.de",
    "outlook.fr",
    "outlook.es",
  ],
  yahoo: [
    "yahoo.com",
    "ymail.com",
    "rocketmail.com",
    "yahoo.co.uk",
    "yahoo.fr",
    "yahoo.de",
    "yahoo.es",
    "yahoo.it",
    "yahoo.co.jp",
    "yahoo.com.au",
    "yahoo.ca",
    "aol.com",
    "aol.co.uk",
  ],
  icloud: ["icloud.com", "me.com", "mac.com"],
  gmx: ["gmx.de", "gmx.net", "gmx.at", "gmx.ch", "gmx.com", "gmx.co.uk"],
  web_de: ["web.de"],
  t_online: ["t-online.de", "magenta.de"],
  proton: ["proton.me", "protonmail.com", "protonmail.ch", "pm.me"],
  mail_ru: ["mail.ru", "bk.ru", "inbox.ru", "list.ru"],
  yandex: ["yandex.ru", "yandex.com", "ya.ru"],
  orange: ["orange.fr", "wanadoo.fr"],
  free: ["free.fr"],
  laposte: ["laposte.net"],
  libero: ["libero.it"],
  seznam: ["seznam.cz", "email.cz"],
  wp: ["wp.pl", "o2.pl"],
  onet: ["onet.pl", "op.pl"],
  interia: ["interia.pl"],
  bt: ["btinternet.com"],
  sky: ["sky.com"],
  comcast: ["comcast.net"],
  qq: ["qq.com"],
  netease: ["163.com", "126.com"],
  naver: ["naver.com"],
}
const PROVIDER_OF = new Map(
  Object.entries(PROVIDERS).flatMap(([provider, domains]) =>
    domains.map((domain) => [domain, provider])
  )
)

/** The provider that gives mailboxes at this domain to private people. */
export function providerOf(domain: string): string | undefined {
  return PROVIDER_OF.get(domain)
}

/** Domains at which providers give mailboxes to private people. */
export const PROVIDER_DOMAINS = [...PROVIDER_OF.keys()]

// RFC 5321 limits and the dot-atom form; quoted local parts exist on paper only and providers refuse them.
const LOCAL = /^[a-z0-9.!#$%&'*+/=?^_`{|}~\u0080-\uffff-]{1,64}$/i
const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/

export type EmailFacts = {
  status: "valid" | "invalid" | "missing"
  reason: string | null
  /** Trimmed, lower case, domain in ASCII. The local part keeps its dots and tags: they may be another mailbox. */
  email: string | null
  provider: string | null
}

/**
 * Reads an e-mail address as the shop has it. Judges only its form: whether it exists is learned by sending.
 * @param standard - whether the address is rewritten; else it stays as it was typed, without spaces around it
 */
export function readEmail(raw: string | null, standard = true): EmailFacts {
  const typed = raw?.trim()
  const text = typed?.toLowerCase()
  if (!typed || !text) return { status: "missing", reason: null, email: null, provider: null }
  const at = text.lastIndexOf("@")
  const local = text.slice(0, at)
  // The conversion drops line breaks; an address must not become another one by it.
  const domain = /\s/.test(text) ? "" : domainToASCII(text.slice(at + 1))
  const reason = problem(at, local, domain)
  if (reason) return { status: "invalid", reason, email: text, provider: null }
  return {
    status: "valid",
    reason: null,
    email: standard ? `${local}@${domain}` : typed,
    provider: PROVIDER_OF.get(domain) ?? "other",
  }
}

function problem(at: number, local: string, domain: string): string | null {
  if (at < 1) return "it has no @ with a name before it"
  if (!LOCAL.test(local)) return "the part before @ has characters that addresses cannot have"
  if (local.startsWith(".") || local.endsWith(".") || local.includes(".."))
    return "the dots before @ are misplaced"
  if (!DOMAIN.test(domain)) return "the part after @ is not a domain"
  return null
}
