import type { Field } from "../../../types/field"
import { CHANNELS } from "../../../types/common"
import type { ExportKindKey } from "../../../types/transfer"
import { channelsOf } from "../../profile/consent/channel-bit"
import { toMajor } from "../../../lib/money"
import { FIELD_PREFIX, METRIC_PREFIX, TAGS } from "../kinds/read-person"
import { CONSENTS_PAGE, EVENTS_PAGE, PROFILES_PAGE, PURCHASES_PAGE } from "../sql/exports"

export type ExportContext = {
  fields: Field[]
  /** Base currency, lower-case ISO 4217. */
  currency: string
  sealed: (id: number) => string
}
export type Cell = string | number | boolean | Date | null | object
type Row = Record<string, never> & { id: number }

/** One kind of file: its columns, which are called as an import maps them, and where its rows come from. */
export type ExportKind = {
  /** People whose rows are read at once. */
  people: number
  page: (members: string | null) => string
  columns: (context: ExportContext) => [name: string, value: (row: Row) => Cell][]
}

const CHANNELS_SHOWN = CHANNELS.slice(0, 4)

const PROFILES: ExportKind = {
  people: 2_000,
  page: PROFILES_PAGE,
  columns: ({ fields, currency, sealed }) => [
    ["profile_id", (p) => sealed(p.id)],
    ...same("email", "phone", "first_name", "last_name", "birthday", "gender", "language"),
    ...same("city", "postal_code", "country", "time_zone", "source", "created_at"),
    ...same("email_status", "phone_status"),
    ...CHANNELS_SHOWN.map((channel): Column => [
      `subscribed_${channel}`,
      (p) => channelsOf(p.subscribed).includes(channel),
    ]),
    ...same("orders", "items"),
    [`revenue_${currency}`, (p) => toMajor(p.revenue, currency)],
    [`aov_${currency}`, (p) => toMajor(p.aov, currency)],
    ...same("first_order_at", "last_order_at", "rfm_group", TAGS),
    ...own(fields, "profile", FIELD_PREFIX, "custom"),
    ...own(fields, "metric", METRIC_PREFIX, "assigned"),
  ],
}

const PURCHASES: ExportKind = {
  people: 500,
  page: PURCHASES_PAGE,
  columns: ({ sealed }) => [
    ["profile_id", (o) => sealed(o.id)],
    ...same("email"),
    ["purchase_id", (o) => o.order_id],
    ["number", (o) => o.display_id],
    ...same("placed_at", "status", "source", "currency"),
    ["order_net", (o) => toMajor(o.order_net, o.currency)],
    ...same("line_id", "title", "product_id", "variant_id", "quantity"),
    ["net", (o) => toMajor(o.net, o.currency)],
  ],
}

const EVENTS: ExportKind = {
  people: 200,
  page: EVENTS_PAGE,
  columns: ({ sealed }) => [
    ["profile_id", (e) => sealed(e.id)],
    ...same("email", "name", "at", "source", "message_id", "properties"),
  ],
}

const CONSENTS: ExportKind = {
  people: 1_000,
  page: CONSENTS_PAGE,
  columns: ({ sealed }) => [
    ["profile_id", (c) => sealed(c.id)],
    ...same("email", "channel", "topic", "state"),
    ["at", (c) => c.since],
    ...same("method", "ip", "text_version", "reason"),
  ],
}

/** What files can take out. */
export const EXPORTS: Record<ExportKindKey, ExportKind> = {
  profiles: PROFILES,
  purchases: PURCHASES,
  events: EVENTS,
  consents: CONSENTS,
}

type Column = [name: string, value: (row: Row) => Cell]

function same(...names: string[]): Column[] {
  return names.map((name) => [name, (row) => row[name]])
}

function own(fields: Field[], scope: string, prefix: string, home: string): Column[] {
  return fields
    .filter((field) => field.scope === scope)
    .map(({ key }) => [
      prefix + key,
      (row) => {
        const value: Cell = (row[home] as Record<string, Cell> | null)?.[key] ?? null
        return Array.isArray(value) ? value.join("|") : value
      },
    ])
}
