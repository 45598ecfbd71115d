/** The API reference for reading: a page of routes and a page of schemas, made from the OpenAPI document. */
import fs from "node:fs"
import path from "node:path"
import type { OpenApi, Operation } from "./document"
import type { Schema } from "./schemas"

const INTRO = path.join(__dirname, "intro.md")

/** The start page: what holds for all routes, then one table for each resource. */
export function readmePage({ paths }: OpenApi): string {
  const rows = Object.entries(paths).flatMap(([route, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ route, method, operation }))
  )
  const tags = [...new Set(rows.map(({ operation }) => operation.tags[0]))]
  const tables = tags.map((tag) => {
    const lines = rows
      .filter(({ operation }) => operation.tags[0] === tag)
      .map(({ route, method, operation }) => routeRow(route, method, operation))
    return table(heading(tag), ["route", "does", "takes", "answers"], lines)
  })
  return [fs.readFileSync(INTRO, "utf8").trim(), ...tables, ""].join("\n\n")
}

/** Every named shape with its fields. */
export function schemasPage({ components }: OpenApi): string {
  const sections = Object.entries(components.schemas).map(([name, schema]) => {
    const variants = (schema.anyOf as Schema[] | undefined) ?? [schema]
    const parts = variants.some((variant) => variant.properties)
      ? variants.map(fieldTable)
      : [typeOf(schema)]
    return [`## ${name}`, schema.description, ...parts].filter(Boolean).join("\n\n")
  })
  return [
    "# Schemas",
    "Shapes of the [API](README.md). `?`: may be left out.",
    ...sections,
    "",
  ].join("\n\n")
}

function routeRow(route: string, method: string, operation: Operation): string[] {
  const query = operation.parameters.filter((p) => p.in === "query")
  const body = Object.values(operation.requestBody?.content ?? {}).map(({ schema }) => schema)
  const takes = [
    ...query.map(({ name, schema }) => `\`?${name}\`: ${typeOf(schema)}${limits(schema)}`),
    ...body.flatMap(bodyFields),
  ]
  const does = [operation.summary, operation.description].filter(Boolean).join(". ")
  return [`\`${method.toUpperCase()} ${route}\``, does, takes.join("<br>"), answers(operation)]
}

function bodyFields(schema: Schema): string[] {
  const variants = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined
  if (variants)
    return variants.map((variant, i) => `${i ? "or " : ""}${bodyFields(variant).join(", ")}`)
  const required = (schema.required as string[] | undefined) ?? []
  return Object.entries(schema.properties as Record<string, Schema>).map(
    ([name, field]) =>
      `\`${name}\`${required.includes(name) ? "" : "?"}: ${typeOf(field)}${limits(field)}`
  )
}

function limits(schema: Schema): string {
  const { default: fallback, maximum } = schema
  const notes = [
    ...(maximum === undefined ? [] : [`≤ ${maximum}`]),
    ...(fallback === undefined ? [] : [`default \`${JSON.stringify(fallback)}\``]),
  ]
  return notes.length ? ` (${notes.join("; ")})` : ""
}

function answers({ responses }: Operation): string {
  const good = Object.entries(responses).filter(([status]) => Number(status) < 400)
  return good.map(([status, response]) => answer(status, response as Answer)).join("<br>")
}

type Answer = { description: string; content?: Record<string, { schema: Schema }> }

function answer(status: string, { description, content = {} }: Answer): string {
  const schema = content["application/json"]?.schema
  return schema ? typeOf(schema) : `${status}: ${description}`
}

function fieldTable(schema: Schema): string {
  const required = (schema.required as string[] | undefined) ?? []
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>)
  const rows = properties.map(([name, field]) => [
    `\`${name}\`${required.includes(name) ? "" : "?"}`,
    typeOf(field),
    String(field.description ?? ""),
  ])
  return rows.length ? tableOf(["field", "type", "meaning"], rows) : typeOf(schema)
}

/** A schema in one line, much as TypeScript writes it, with links to named shapes. */
function typeOf(schema: Schema): string {
  const name = schema.$ref?.split("/").at(-1)
  if (name) return `[${name}](${anchor(name)})`
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``
  if (schema.anyOf) return (schema.anyOf as Schema[]).map(typeOf).join(" or ")
  if (schema.enum)
    return (schema.enum as unknown[]).map((v) => `\`${JSON.stringify(v)}\``).join(", ")
  if (Array.isArray(schema.type)) return schema.type.join(" or ")
  if (schema.prefixItems) return `[${(schema.prefixItems as Schema[]).map(typeOf).join(", ")}]`
  if (schema.type === "array") return `list of ${typeOf(schema.items as Schema)}`
  if (!schema.properties) return String(schema.type ?? "any")
  const fields = Object.entries(schema.properties as Record<string, Schema>)
  return `{ ${fields.map(([key, field]) => `${key}: ${typeOf(field)}`).join(", ")} }`
}

function anchor(name: string): string {
  return `schemas.md#${name.toLowerCase()}`
}

function heading(tag: string): string {
  const words = tag.replace(/-/g, " ")
  return words[0].toUpperCase() + words.slice(1)
}

function table(title: string, head: string[], rows: string[][]): string {
  return `## ${title}\n\n${tableOf(head, rows)}`
}

function tableOf(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((c) => c.replace(/\|/g, "\\|")).join(" | ")} |`
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n")
}
