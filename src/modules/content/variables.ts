import type { Field } from "../../types/field"
import { formatted } from "./document/compile/liquid"
import { triggerFacts } from "./trigger-facts"
import type { TemplateVariable } from "../../types/content"

type Group = TemplateVariable["group"]
type Format = TemplateVariable["format"]

function variable(
  path: string,
  label: string,
  sample: string,
  { nullable = true, format = "plain" as Format, group = path.split(".")[0] as Group } = {}
): TemplateVariable {
  return { path, label, group, sample, nullable, format, liquid: formatted(path, format) }
}

const SURE = { nullable: false }
const DATE = { format: "date" as const }
const MONEY = { format: "money" as const }

/** Everything a template may say in `{{ }}`, with a sample for previews without a person. */
export const VARIABLES: TemplateVariable[] = [
  variable("profile.first_name", "First name", "Anna"),
  variable("profile.last_name", "Last name", "Berg"),
  variable("profile.name", "Full name", "Anna Berg"),
  variable("profile.email", "E-mail address", "anna.berg@shop.example", SURE),
  variable("profile.phone", "Phone number", "+4915112345678"),
  variable("profile.city", "City", "Berlin"),
  variable("profile.postal_code", "Postal code", "10115"),
  variable("profile.country", "Country code", "de"),
  variable("profile.language", "Language", "de"),
  variable("profile.gender", "Gender", "female"),
  variable("profile.birthday", "Birthday", "1990-05-17", DATE),
  variable("profile.rfm_group", "RFM group", "loyal", SURE),
  variable("profile.orders", "Number of orders", "3", SURE),
  variable("profile.revenue", "Revenue", "12990", { ...SURE, ...MONEY }),
  variable("profile.first_order_at", "Time of the first order", "2025-03-04T10:00:00.000Z", DATE),
  variable("profile.last_order_at", "Time of the last order", "2026-02-11T16:30:00.000Z", DATE),
  variable("profile.last_promo_code", "Last promo code they can still use", "WELCOME-7K2M9Q"),
  variable("last_order.number", "Number of the last order", "1042"),
  variable("last_order.date", "Date of the last order", "2026-02-11T16:30:00.000Z", DATE),
  variable("last_order.total", "Total of the last order", "4990", MONEY),
  variable("last_order.currency", "Currency of the last order", "eur"),
  variable("last_order.items", "Items: loop with {% for item in last_order.items %}", "2 items"),
  variable("products.best_sellers", "Best sellers", "list"),
  variable("products.last_viewed", "Products looked at last", "list"),
  variable("products.cart", "Products in the open cart", "list"),
  variable("products.last_order", "Products of the last order", "list"),
  variable("products.top_interest", "Products of the strongest interest", "list"),
  variable("shop.name", "Shop name", "Your shop", SURE),
  variable("shop.url", "Address of the storefront", "https://shop.example", SURE),
  variable("shop.address", "Postal address of the shop", "1 Main Street, Berlin"),
  variable("shop.currency", "Currency of revenue figures", "eur", SURE),
  variable("promo_code", "Promo code", "WELCOME-7K2M9Q", { group: "campaign" }),
  variable("promo_ends_at", "When the promo code ends", "2026-03-08T09:00:00.000Z", {
    group: "campaign",
    ...DATE,
  }),
  variable("message.unsubscribe_url", "Unsubscribe link", "https://shop.example/engage/u/…", SURE),
  variable(
    "message.preferences_url",
    "Preference page link",
    "https://shop.example/engage/p/…",
    SURE
  ),
  variable("message.view_url", "View in browser link", "https://shop.example/engage/v/…", SURE),
  variable("message.date", "Time of sending", "2026-03-01T09:00:00.000Z", { ...SURE, ...DATE }),
  ...triggerFacts().map(({ key, label, sample, ...rest }) =>
    variable(`trigger.${key}`, label, sample, rest)
  ),
]

const MAPS = ["profile.fields", "profile.metrics"]
const PATHS = new Set([...VARIABLES.map((v) => v.path), ...MAPS])
const GROUPS = new Set<string>([...VARIABLES.map((v) => v.path.split(".")[0]), "constants"])
const LISTS = new Set(["last_order.items", ...MAPS])
/** Groups of which a template may name anything: what is not there is empty. */
const OPEN = new Set(["products", "constants", "trigger"])

/** The shop's own fields and metrics as variables. */
export function fieldVariables(fields: Field[]): TemplateVariable[] {
  return fields
    .filter(({ scope }) => scope === "profile" || scope === "metric")
    .map(({ scope, type, key, label, options }) =>
      variable(
        `profile.${scope === "metric" ? "metrics" : "fields"}.${key}`,
        label,
        options[0]?.value ?? "",
        type === "date" ? DATE : undefined
      )
    )
}

/** The shop's constants as variables. */
export function constantVariables(values: ReadonlyMap<string, string>): TemplateVariable[] {
  return [...values].map(([key, value]) =>
    variable(`constants.${key}`, key, value, { nullable: !value })
  )
}

/**
 * The variables of what let somebody in, as far as one campaign can say them, with what it last was as samples.
 * @param keys - what the campaign's trigger tells of, in the order of their use
 */
export function triggerVariables(
  keys: string[],
  trigger: Record<string, unknown>
): TemplateVariable[] {
  const known = new Map(VARIABLES.map((one) => [one.path, one]))
  return keys.map((key) => {
    const path = `trigger.${key}`
    const found = known.get(path) ?? variable(path, key.replace(/_/g, " "), "")
    const value = trigger[key]
    return value === undefined || value === null ? found : { ...found, sample: String(value) }
  })
}

/**
 * Why a path such as `profile.frist_name` cannot be right, or `undefined` when it can.
 * A whole group (`{% if last_order %}`) and anything inside a list are fine.
 */
export function variableProblem(segments: string[]): string | undefined {
  if (!GROUPS.has(segments[0])) {
    return `"${segments[0]}" is not a variable; there are ${[...GROUPS].join(", ")}`
  }
  if (segments.length === 1 || OPEN.has(segments[0])) return undefined
  const path = segments.slice(0, 2).join(".")
  if (!PATHS.has(path)) return `"${path}" is not a variable`
  if (segments.length > 2 && !LISTS.has(path)) return `"${segments.join(".")}" is not a variable`
  return undefined
}
