import { ForTag, IfTag, type Liquid, Output, type Template, type Token, TypeGuards } from "liquidjs"
import {
  compileToken,
  compileValue,
  type Compute,
  type FilterFunction,
  type Frame,
  isTrue,
  type Names,
  NeedsInterpreter,
  Unsupported,
} from "./expression"
import { FixedText, type Pieces } from "../../../lib/pieces"

const MAX_ROUNDS = 1_000
const SPECIAL = /[&<>"']/
const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&#34;",
  "'": "&#39;",
}

/** Filters that are plain functions of their input, and so mean the same here as in the interpreter. */
const PLAIN_FILTERS = [
  "date",
  "money",
  "upcase",
  "downcase",
  "capitalize",
  "append",
  "prepend",
  "strip",
  "round",
  "plus",
  "minus",
  "times",
]

/** Shorter text is cheaper to encode than to find. */
const SHORTEST_FIXED = 64

type Write = (frame: Frame, out: Pieces) => void

/**
 * A parsed template as functions that call each other, five to ten times as fast as the interpreter, with the same
 * output. Nothing is turned into program text. Templates or values beyond the common part of Liquid (text, output with
 * plain filters, if, for) are left to the interpreter.
 */
export function compileTemplate(engine: Liquid, templates: Template[]): (scope: object) => Pieces {
  const interpret = (scope: object): Pieces => [engine.renderSync(templates, scope)]
  const write = tryCompile(engine, templates)
  if (!write) return interpret
  return (scope) => {
    try {
      const out: Pieces = []
      write({ scope: scope as Record<string, unknown>, locals: [], rounds: MAX_ROUNDS }, out)
      return out
    } catch (error) {
      if (error instanceof NeedsInterpreter) return interpret(scope)
      throw error
    }
  }
}

function tryCompile(engine: Liquid, templates: Template[]) {
  try {
    return new Compiler(engine).sequence(templates, new Map())
  } catch (error) {
    if (error instanceof Unsupported) return undefined
    throw error
  }
}

class Compiler {
  private readonly escapes: boolean
  private readonly filters: Record<string, FilterFunction>

  constructor(engine: Liquid) {
    this.escapes = Boolean(engine.options.outputEscape)
    this.filters = {
      default: defaultFilter,
      escape: (value) => escapeHtml(text(value)),
      raw: (value) => value,
    }
    for (const name of PLAIN_FILTERS) {
      const handler = engine.filters[name] as FilterFunction
      this.filters[name] = function (this: Frame, value, ...args) {
        return handler.call(filterThis(this), value, ...args)
      } as FilterFunction
    }
  }

  sequence(templates: Template[], names: Names): Write {
    const writes = templates.map((template) => this.template(template, names))
    return (frame, out) => {
      for (const write of writes) write(frame, out)
    }
  }

  private template(template: Template, names: Names): Write {
    if (TypeGuards.isHTMLToken(template.token)) return fixed(template.token.getContent())
    if (template instanceof Output) return this.output(template, names)
    if (template instanceof IfTag) return this.condition(template, names)
    if (template instanceof ForTag) return this.loop(template, names)
    throw new Unsupported()
  }

  private output({ value }: Output, names: Names): Write {
    // The parser appends the engine's escaping as a last filter.
    const compute = compileValue(value, names, this.filters, this.escapes ? 1 : 0)
    if (!this.escapes) return (frame, out) => void out.push(text(compute(frame)))
    return (frame, out) => void out.push(escapeHtml(text(compute(frame))))
  }

  private condition({ branches, elseTemplates }: IfTag, names: Names): Write {
    const compiled = branches.map(({ value, templates }) => ({
      test: compileValue(value, names, this.filters),
      write: this.sequence(templates, names),
    }))
    const otherwise = this.sequence(elseTemplates ?? [], names)
    return (frame, out) => {
      for (const { test, write } of compiled) if (isTrue(test(frame))) return write(frame, out)
      otherwise(frame, out)
    }
  }

  private loop(tag: ForTag, names: Names): Write {
    if ("filters" in tag.collection) throw new Unsupported()
    const limit = limitOf(tag)
    const collection: Compute = compileToken(tag.collection, names)
    const slot = Math.max(-1, ...names.values()) + 1
    const write = this.sequence(tag.templates, new Map(names).set(tag.variable, slot))
    const empty = this.sequence(tag.elseTemplates, names)
    return (frame, out) => {
      const items = collection(frame)
      if (items === undefined || items === null) return empty(frame, out)
      if (!Array.isArray(items)) throw new NeedsInterpreter()
      if (!items.length || limit === 0) return empty(frame, out)
      const rounds = Math.min(items.length, limit)
      for (let at = 0; at < rounds; at++) {
        const item: unknown = items[at]
        if (--frame.rounds < 0) throw new NeedsInterpreter()
        frame.locals[slot] = item
        write(frame, out)
      }
    }
  }
}

/** The number after `limit:`; other arguments of a loop are the interpreter's. */
function limitOf({ hash }: ForTag): number {
  const { limit, ...others } = hash.hash
  if (Object.keys(others).length) throw new Unsupported()
  if (limit === undefined) return Infinity
  const token = limit as Token
  if (!TypeGuards.isNumberToken(token)) throw new Unsupported()
  return Math.max(0, token.content)
}

function fixed(content: string): Write {
  const piece = content.length < SHORTEST_FIXED ? content : new FixedText(content)
  return (_frame, out) => void out.push(piece)
}

/** What the interpreter gives filters as `this`, as far as the plain ones look at it. */
function filterThis(frame: Frame) {
  return { context: { environments: frame.scope, memoryLimit: { use: () => undefined } } }
}

function defaultFilter(value: unknown, fallback: unknown): unknown {
  if (typeof value === "string" || Array.isArray(value)) return value.length ? value : fallback
  return isTrue(value) ? value : fallback
}

function text(value: unknown): string {
  if (typeof value === "string") return value
  if (value === undefined || value === null) return ""
  if (typeof value === "object") throw new NeedsInterpreter()
  return String(value)
}

function escapeHtml(value: string): string {
  return SPECIAL.test(value) ? value.replace(/[&<>"']/g, (char) => ENTITIES[char]) : value
}
