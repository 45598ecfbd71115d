/** The API reference as an OpenAPI 3.1 document, made from `src/api/reference` and nothing else. */
import type { z } from "@medusajs/framework/zod"
import type { AdminRoute, PublicRoute } from "../../src/api/reference/entry"
import { publicRoutes } from "../../src/api/reference/public"
import { adminRoutes, PARAMETERS } from "../../src/api/reference/routes"
import { answerSchemas, requestSchema, type Schema } from "./schemas"

export type Operation = {
  tags: string[]
  summary: string
  description?: string
  parameters: { name: string; in: "path" | "query"; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, unknown>
}
export type OpenApi = {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

const JSON_TYPE = "application/json"
const ERROR: Schema = {
  type: "object",
  description: "What every refusal is answered with.",
  properties: {
    type: { type: "string", description: "Kind of error, e.g. `invalid_data` or `not_found`." },
    message: {
      type: "string",
      description:
        "What is wrong and how to put it right. Starts with the field's name when one field is wrong.",
    },
    problems: {
      type: "array",
      description: "Only for a wrong rule: every problem in it.",
      items: { $ref: "#/components/schemas/RuleProblem" },
    },
  },
  required: ["type", "message"],
}
const RULE_PROBLEM: Schema = {
  type: "object",
  description: "An incomplete or wrong condition.",
  properties: {
    path: { type: "string", description: "Leads to the condition, e.g. `root.children.1.value`." },
    message: { type: "string" },
  },
  required: ["path", "message"],
}

/** The whole document; the same sources give the same document, key by key. */
export function openApi(): OpenApi {
  const { answers, named } = answerSchemas()
  const paths: OpenApi["paths"] = {}
  const add = (key: string, operation: Operation) => {
    const [method, route] = key.split(" ")
    const path = route.replace(/:(\w+)/g, "{$1}")
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation }
  }
  for (const [key, route] of Object.entries(adminRoutes)) {
    add(key, adminOperation(key, route, answers[key]))
  }
  for (const [key, route] of Object.entries(publicRoutes)) add(key, publicOperation(key, route))
  return {
    ...HEAD,
    paths,
    components: {
      schemas: sorted({ ...named, Error: ERROR, RuleProblem: RULE_PROBLEM }),
      securitySchemes: SECURITY,
    },
  } as OpenApi
}

const SECURITY = {
  session: { type: "apiKey", in: "cookie", name: "connect.sid" },
  bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" },
  secretKey: { type: "http", scheme: "basic", description: "A secret API key as the user name." },
}
const HEAD = {
  openapi: "3.1.0",
  info: {
    title: "Engage for Medusa",
    version: "0.1.0",
    description: "Read docs/api/README.md for logging in, paging, errors, money and ids.",
  },
  security: Object.keys(SECURITY).map((scheme) => ({ [scheme]: [] })),
}

function adminOperation(key: string, route: AdminRoute, answer: Schema): Operation {
  return {
    tags: [key.split("/")[3]],
    summary: route.summary,
    ...(route.details && { description: route.details }),
    parameters: [...pathParameters(key), ...queryParameters(route.query)],
    ...(route.body && { requestBody: content(JSON_TYPE, requestSchema(route.body)) }),
    responses: {
      200: { description: "OK", ...content(JSON_TYPE, answer) },
      ...refusals(key, route),
    },
  }
}

function publicOperation(key: string, route: PublicRoute): Operation {
  const form = route.form && content("application/x-www-form-urlencoded", requestSchema(route.form))
  const responses = Object.entries(route.answers).map(([status, { description, type }]) => [
    status,
    { description, ...(type && content(type, { type: "string" })) },
  ])
  return {
    tags: ["links in messages"],
    summary: route.summary,
    ...(route.details && { description: route.details }),
    parameters: pathParameters(key),
    ...(form && { requestBody: form }),
    responses: Object.fromEntries(responses),
    security: [],
  } as Operation
}

function refusals(key: string, { query, body }: AdminRoute): Record<string, unknown> {
  const error = content(JSON_TYPE, { $ref: "#/components/schemas/Error" })
  const refusable = query || body || key.startsWith("POST") || key.startsWith("DELETE")
  return {
    ...(refusable && { 400: { description: "Refused; the message says why", ...error } }),
    401: { description: "Not logged in" },
    ...(key.includes(":") && { 404: { description: "There is no such thing", ...error } }),
  }
}

function pathParameters(key: string): Operation["parameters"] {
  return [...key.matchAll(/:(\w+)/g)].map(([, name]) => ({
    ...parameter(name, "path"),
    required: true,
    schema: { type: "string" },
  }))
}

function queryParameters(query: z.ZodType | undefined): Operation["parameters"] {
  if (!query) return []
  const { properties } = requestSchema(query) as { properties: Record<string, Schema> }
  return Object.entries(properties).map(([name, schema]) => ({
    ...parameter(name, "query"),
    schema,
  }))
}

function parameter(name: string, place: "path" | "query") {
  return { name, in: place, description: PARAMETERS[name] }
}

function content(type: string, schema: Schema): { content: Record<string, { schema: Schema }> } {
  return { content: { [type]: { schema } } }
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
}
