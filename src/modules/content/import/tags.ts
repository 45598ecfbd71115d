import { variableProblem } from "../variables"

/** What other tools call the values that a message is filled with, without their prefixes, in lower case. */
const NAMES: Record<string, string> = {
  fname: "profile.first_name",
  firstname: "profile.first_name",
  first_name: "profile.first_name",
  lname: "profile.last_name",
  lastname: "profile.last_name",
  last_name: "profile.last_name",
  name: "profile.name",
  full_name: "profile.name",
  fullname: "profile.name",
  email: "profile.email",
  email_address: "profile.email",
  phone: "profile.phone",
  phone_number: "profile.phone",
  sms: "profile.phone",
  city: "profile.city",
  unsub: "message.unsubscribe_url",
  unsubscribe: "message.unsubscribe_url",
  unsubscribe_url: "message.unsubscribe_url",
  unsubscribe_link: "message.unsubscribe_url",
  unsubscribeurl: "message.unsubscribe_url",
  asm_group_unsubscribe_raw_url: "message.unsubscribe_url",
  update_profile: "message.preferences_url",
  manage_preferences: "message.preferences_url",
  manage_preferences_url: "message.preferences_url",
  manage_preferences_link: "message.preferences_url",
  asm_preferences_raw_url: "message.preferences_url",
  archive: "message.view_url",
  view_in_browser: "message.view_url",
  view_in_browser_url: "message.view_url",
  view_in_browser_link: "message.view_url",
  web_view_url: "message.view_url",
  webversion: "message.view_url",
  weblink: "message.view_url",
  "list:company": "shop.name",
  "organization.name": "shop.name",
  "list:address": "shop.address",
  "html:list_address_html": "shop.address",
  list_address_html: "shop.address",
  "organization.full_address": "shop.address",
  "organization.url": "shop.url",
  current_year: `message.date | date: "%Y"`,
}
const PREFIX = /^\.?(person|customer|contact|subscriber|user|recipient|merge)\./

/** Tags of Liquid itself, which mean the same here. */
const LIQUID_TAGS = new Set(
  "if elsif else endif unless endunless case when endcase for endfor break continue assign capture endcapture comment endcomment raw endraw cycle increment decrement".split(
    " "
  )
)
/** Tags of others that stand for a whole link. */
const LINK_TAGS: Record<string, { path: string; words: string }> = {
  unsubscribe: { path: "message.unsubscribe_url", words: "Unsubscribe" },
  manage_preferences: { path: "message.preferences_url", words: "Preferences" },
  web_view: { path: "message.view_url", words: "View in browser" },
}

export type Translated = {
  text: string
  /** Placeholders of which nobody here knows the meaning, as they stood; they are taken out. */
  unknown: string[]
}

/**
 * Puts our variables in the place of the placeholders of other tools: Mailchimp's `*|FNAME|*`, Klaviyo's and
 * Customer.io's Liquid, `{{{…}}}`, listmonk's `{{ .Subscriber.Name }}`, SendGrid's `<%…%>` and Mautic's `{contactfield=…}`.
 */
export function translateTags(source: string): Translated {
  const unknown = new Set<string>()
  const value = (tag: string, name: string, filters = "") => {
    const path = pathOf(name)
    if (path) return `{{ ${path}${path.includes("|") ? "" : filters} }}`
    unknown.add(tag)
    return ""
  }
  const text = source
    .replace(/\*\|([\w:.-]{1,60})\|\*/g, (tag, name: string) => value(tag, name))
    .replace(/<%\s*([\w.]{1,60})\s*%>/g, (tag, name: string) => value(tag, name))
    .replace(/\{contactfield=(\w{1,60})(?:\|[^}]*)?\}/g, (tag, name: string) => value(tag, name))
    .replace(/(?<!\{)\{(unsubscribe_url|unsubscribe_link)\}(?!\})/g, (tag, name: string) =>
      value(tag, name)
    )
    .replace(/\{\{\{([^{}]*)\}\}\}/g, "{{$1}}")
    .replace(
      /\{\{-?\s*([^{}|]*?)\s*((?:\|[^{}]*)?)-?\}\}/g,
      (tag, name: string, filters: string) =>
        isOurs(name) ? tag : value(tag, name, defaultOf(filters))
    )
    .replace(/\{%-?\s*(\w+)([^%]*)%\}/g, (tag, name: string, rest: string) => {
      const link = LINK_TAGS[name]
      if (link)
        return `<a href="{{ ${link.path} }}">${/['"]([^'"]+)['"]/.exec(rest)?.[1] ?? link.words}</a>`
      if (LIQUID_TAGS.has(name)) return tag
      return value(tag, name)
    })
  return { text, unknown: [...unknown] }
}

/** Literals and variables that the message makes itself are left alone, with whatever else means something here. */
function isOurs(name: string): boolean {
  return /^['"\d]/.test(name) || (name.includes(".") && !variableProblem(name.split(/[.[]/)))
}

function pathOf(name: string): string | undefined {
  return NAMES[name.toLowerCase().replace(PREFIX, "")]
}

/** Of the filters only the fallback means the same everywhere; some write it `default:'x'`, some `default: "x"`. */
function defaultOf(filters: string): string {
  const fallback = /\|\s*default:\s*(['"])(.*?)\1/.exec(filters)
  return fallback?.[2] ? ` | default: "${fallback[2].replace(/"/g, "'")}"` : ""
}
