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
    formula: "Full years since the birthday, today in the shop's time zone",
  },
  text("language", "Language", "language"),
  text("country", "Country", "country", true),
  text("city", "City", "city"),
  text("postal_code", "Postal code", "postal_code"),
  text("time_zone", "Time zone", "time_zone"),
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
  { key: "created_at", label: "First seen", type: "date", sql: "p.created_at", nullable: false },
  text("utm_source", "UTM source", "utm_source"),
  text("utm_medium", "UTM medium", "utm_medium"),
  text("utm_campaign", "UTM campaign", "utm_campaign"),
])
