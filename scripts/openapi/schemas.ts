/** JSON Schemas for OpenAPI 3.1: answers from the TypeScript types, requests from zod. */
import path from "node:path"
import { z } from "@medusajs/framework/zod"
import { createGenerator } from "ts-json-schema-generator"
import { blockSchema, documentSchema } from "../../src/modules/content/document/schema"
import { rulesSchema } from "../../src/rules/schema"

export type Schema = { [key: string]: unknown; $ref?: string }

/** Requests that hold one of these refer to it by its name. */
const NAMED = new Map<unknown, string>([
  [rulesSchema, "Rules"],
  [documentSchema, "MessageDocument"],
  [blockSchema, "Block"],
])

const ANSWERS = path.resolve(__dirname, "../../src/api/reference/answers.ts")

/**
 * Reads `Answers` and every exported type it speaks of.
 * @returns the answer of each route, and the named types for `components.schemas`
 */
export function answerSchemas(): {
  answers: Record<string, Schema>
  named: Record<string, Schema>
} {
  const { definitions = {} } = createGenerator({
    path: ANSWERS,
    type: "Answers",
    expose: "export",
    skipTypeCheck: true,
    additionalProperties: true,
  }).createSchema("Answers")
  const { Answers, ...schemas } = toComponents(definitions) as Record<string, Schema>
  const named = Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [componentName(name), schema])
  )
  return { answers: Answers.properties as Record<string, Schema>, named }
}

/** The schema of what a client sends; rules, messages and blocks are referred to by name. */
export function requestSchema(schema: z.ZodType): Schema {
  const {
    $schema: _,
    $defs = {},
    ...rest
  } = z.toJSONSchema(schema, {
    io: "input",
    override: ({ zodSchema, jsonSchema }) => {
      const name = NAMED.get(zodSchema)
      if (!name) return
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key]
      jsonSchema.$ref = `#/components/schemas/${name}`
    },
  })
  // What refers to itself is written once and referred to; by then it has its name.
  const text = JSON.stringify(rest).replace(/"#\/\$defs\/(\w+)"/g, (ref, key: string) =>
    JSON.stringify($defs[key]?.$ref ?? JSON.parse(ref))
  )
  return JSON.parse(text) as Schema
}

/** A name that OpenAPI allows: `TriggerOf<"event">` is `TriggerOf.event`. */
function componentName(type: string): string {
  return type.replace(/\W+/g, ".").replace(/\.$/, "")
}

/** From the draft that the generator writes to the one of OpenAPI 3.1: other places of names, another word for tuples. */
function toComponents(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(toComponents)
  if (typeof node !== "object" || node === null) return node
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (key === "$ref")
        return [
          key,
          `#/components/schemas/${componentName(decodeURIComponent(path.basename(String(value))))}`,
        ]
      const tuple = key === "items" && Array.isArray(value)
      return [tuple ? "prefixItems" : key, toComponents(value)]
    })
  )
}
