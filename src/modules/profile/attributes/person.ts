import { inCustomerGroups, namesOf, suggestNamed } from "../shop/catalog"
import { columnValues, family } from "./family"

const text = (key: string, label: string, column: string, folded = false) => ({
  key,
  label,
  type: "string" as const,
  sql: `p.${column}`,
  folded,
  suggest: columnValues(`p.${column}`),
})

/** Who the person is. */
export const PERSON = family("Person", [
  text("first_name", "First name", "first_name"),
  text("last_name", "Last name", "last_name"),
  {
    key: "gender",
    label: "Gender",
    type: "enum",
    sql: "p.gender",
    folded: true,
    options: [
      { value: "female", label: "Female" },
      { value: "male", label: "Male" },
      { value: "other", label: "Other" },
    ],
  },
  { key: "birthday", label: "Birthday", type: "date", kind: "date", sql: "p.birthday" },
  {
    key: "age",
    label: "Age",
    type: "number",
    sql: "extract(year from age((:now::timestamptz at time zone :zone)::date, p.birthday))",
    yearsSince: "p.birthday",
    daily: true,
    formula: "Full years since the birthday, today in the shop's time zone",
  },
  text("language", "Language", "language"),
  text("country", "Country", "country", true),
  text("region", "Region", "region"),
  text("city", "City", "city"),
  text("postal_code", "Postal code", "postal_code"),
  text("time_zone", "Time zone", "time_zone"),
  {
    key: "time_zone_source",
    label: "Time zone comes from",
    type: "enum",
    sql: "coalesce(p.time_zone_source, 'shop')",
    folded: true,
    nullable: false,
    options: [
      { value: "explicit", label: "The person" },
      { value: "address", label: "The address" },
      { value: "phone", label: "The phone number" },
      { value: "browser", label: "The browser" },
      { value: "shop", label: "The shop's own" },
    ],
  },
  {
    key: "time_zone_confidence",
    label: "Time zone is sure (percent)",
    type: "number",
    sql: "p.time_zone_confidence",
    nullable: false,
    formula:
      "How likely the person lives in that time zone: 100 when they said so, 20 when the shop's own is used",
  },
  {
    key: "time_zone_known",
    label: "Time zone is certain",
    says: ["whose time zone is certain", "whose time zone is a guess"],
    type: "boolean",
    sql: "(p.time_zone_confidence >= 90)",
    formula: "At least 90 % sure, by the address, the phone number or the person's own word",
  },
  {
    key: "customer_group",
    label: "Customer group",
    noun: "customer groups",
    type: "list",
    sql: "p.id",
    anyOf: inCustomerGroups,
    restless: true,
    suggest: suggestNamed(
      "customer_group",
      `select count(*) from customer_group_customer x where x.customer_group_id = s.id and x.deleted_at is null`
    ),
    names: namesOf("customer_group"),
  },
])

/** How the person came and since when. */
export const ORIGIN = family("Origin", [
  {
    key: "has_account",
    says: ["with an account", "without an account"],
    label: "Has an account",
    type: "boolean",
    sql: "p.has_account",
  },
  { key: "registered_at", label: "Registration date", type: "date", sql: "p.registered_at" },
  {
    key: "days_since_registration",
    label: "Days since registration",
    type: "number",
    sql: "((:now::timestamptz at time zone :zone)::date - (p.registered_at at time zone :zone)::date)",
    daily: true,
    formula: "Whole days from the registration to today, in the shop's time zone",
  },
  text("source", "Source", "source"),
  { key: "created_at", label: "First seen", type: "date", sql: "p.created_at", nullable: false },
  text("utm_source", "UTM source", "utm_source"),
  text("utm_medium", "UTM medium", "utm_medium"),
  text("utm_campaign", "UTM campaign", "utm_campaign"),
])
