import { createHash } from "node:crypto"
import type { SourceMapping } from "../../../types/event"

/** Reads everything from an event that is already in Engage's own shape. */
export const PLAIN_MAPPING: SourceMapping = {
  each: "",
  name: "name",
  at: "at",
  message_id: "message_id",
  email: "email",
  customer_id: "customer_id",
  properties: {},
}

/**
 * The value at a dotted path (`data.items.0.sku`); text after `=` stands for itself.
 * @returns `undefined` when there is nothing
 */
export function valueAt(document: unknown, path: string): unknown {
  if (path.startsWith("=")) return path.slice(1)
  if (!path) return undefined
  return path.split(".").reduce<unknown>((value, key) => {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined
    return (value as Record<string, unknown>)[key]
  }, document)
}

/** The events of a received document in the shape of the server's own route. What is not there is left out. */
export function mapDocument(document: unknown, mapping: SourceMapping): Record<string, unknown>[] {
  const list = mapping.each ? valueAt(document, mapping.each) : document
  const entries = Array.isArray(list) ? list : list === undefined ? [] : [list]
  return entries.map((entry) => mapEntry(entry, mapping))
}

function mapEntry(entry: unknown, mapping: SourceMapping): Record<string, unknown> {
  const properties = Object.keys(mapping.properties).length
    ? Object.fromEntries(
        Object.entries(mapping.properties).flatMap(([key, path]) => {
          const value = valueAt(entry, path)
          return value === undefined ? [] : [[key, value]]
        })
      )
    : entry
  const fields = {
    name: text(valueAt(entry, mapping.name)),
    at: instant(valueAt(entry, mapping.at)),
    message_id: text(valueAt(entry, mapping.message_id)) ?? fingerprint(entry),
    email: text(valueAt(entry, mapping.email)),
    customer_id: text(valueAt(entry, mapping.customer_id)),
    properties,
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

function text(value: unknown): string | undefined {
  if (typeof value === "number") return String(value)
  return typeof value === "string" && value.trim() ? value : undefined
}

/** Times are ISO text, or seconds or milliseconds since 1970. What is none of these is left as it is, to be refused. */
function instant(value: unknown): string | undefined {
  const number = typeof value === "number" ? value : Number.NaN
  const date = new Date(
    Number.isNaN(number) ? String(value ?? "") : number < 1e11 ? number * 1000 : number
  )
  return Number.isNaN(date.getTime()) ? text(value) : date.toISOString()
}

/** Without an id of its own, the same content is the same event. */
function fingerprint(entry: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(entry) ?? "")
    .digest("hex")
}
