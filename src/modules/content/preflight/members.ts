import type { ContentParts } from "../parts"
import type { Renderer } from "../render/renderer"
import type { Scope } from "../render/scope"

/** What came of trying a message out on some people. */
export type MemberTrial = {
  people: number
  /** Error messages with how many people have each. */
  errors: { message: string; people: number }[]
  /** Values that stand in the message without a fallback, with how many people lack each. */
  missing: { path: string; people: number }[]
}

/** Renders a message for each of some people, and counts who lacks what it says. */
export function tryOnMembers(
  parts: ContentParts,
  renderer: Renderer,
  scopes: Scope[]
): MemberTrial {
  const errors = new Map<string, number>()
  for (const scope of scopes) {
    try {
      renderer.render(scope)
    } catch (error) {
      const { message } = error as Error
      errors.set(message, (errors.get(message) ?? 0) + 1)
    }
  }
  const missing = bareVariables(parts).map((path) => ({
    path,
    people: scopes.filter((scope) => isEmpty(valueAt(scope, path))).length,
  }))
  return {
    people: scopes.length,
    errors: [...errors].map(([message, people]) => ({ message, people })),
    missing: missing.filter(({ people }) => people > 0),
  }
}

/** Paths of what is written out without `default`, e.g. `profile.first_name`; things of a loop are left out. */
export function bareVariables(parts: ContentParts): string[] {
  const source = [parts.subject, parts.preheader, parts.html, parts.text ?? ""].join("\n")
  const outputs = [...source.matchAll(/\{\{-?\s*([\w.]+)\s*(\|[\s\S]*?)?-?\}\}/g)]
  const bare = outputs.filter(([, , filters = ""]) => !/\bdefault\s*:/.test(filters))
  return [...new Set(bare.map(([, path]) => path))].filter((path) =>
    ["profile", "last_order"].includes(path.split(".")[0])
  )
}

function valueAt(scope: Scope, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (value, key) =>
        typeof value === "object" && value !== null
          ? (value as Record<string, unknown>)[key]
          : undefined,
      scope
    )
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === ""
}
