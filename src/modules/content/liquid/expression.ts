import { type Token, TypeGuards, type Value } from "liquidjs"

/** What a compiled template works on: the scope's groups, and the loop variables of the place it is at. */
export type Frame = {
  scope: Record<string, unknown>
  locals: unknown[]
  /** Loop rounds left before the interpreter, which has a clock, takes over. */
  rounds: number
}

export type Compute = (frame: Frame) => unknown

/** A template says something that only the interpreter understands. Thrown while compiling. */
export class Unsupported extends Error {}

/** A value came up that only the interpreter treats right. Thrown while rendering. */
export class NeedsInterpreter extends Error {}

export type FilterFunction = (this: unknown, value: unknown, ...args: unknown[]) => unknown

/** Names that mean a loop variable here, with their place in `locals`. */
export type Names = ReadonlyMap<string, number>

/** Compiles `path | filter: argument` or a condition, without its last `skipFilters` filters. */
export function compileValue(
  value: Value,
  names: Names,
  filters: Record<string, FilterFunction>,
  skipFilters = 0
): Compute {
  let compute = compilePostfix(value.initial.postfix, names)
  for (const filter of value.filters.slice(0, value.filters.length - skipFilters)) {
    const handler = Object.hasOwn(filters, filter.name) ? filters[filter.name] : undefined
    if (!handler || filter.args.some(Array.isArray)) throw new Unsupported()
    const input = compute
    const args = (filter.args as Token[]).map((token) => compileToken(token, names))
    compute = (frame) => handler.call(frame, input(frame), ...args.map((arg) => arg(frame)))
  }
  return compute
}

/** Compiles what a loop goes through. */
export function compileToken(token: Token, names: Names): Compute {
  const { isQuotedToken, isNumberToken, isLiteralToken, isPropertyAccessToken } = TypeGuards
  if (isQuotedToken(token) || isNumberToken(token) || isLiteralToken(token)) {
    const { content } = token
    if (content !== null && typeof content === "object") throw new Unsupported()
    return () => content
  }
  if (!isPropertyAccessToken(token) || token.variable) throw new Unsupported()
  const path = token.props.map((prop) => {
    if (!("content" in prop) || typeof prop.content !== "string") throw new Unsupported()
    return prop.content
  })
  return compilePath(path, names)
}

/** Only nil and false are false in Liquid. */
export function isTrue(value: unknown): boolean {
  return value !== false && value !== undefined && value !== null
}

function compilePath([root, ...rest]: string[], names: Names): Compute {
  const slot = names.get(root)
  if (root === "forloop") throw new Unsupported()
  const start: Compute =
    slot === undefined ? ({ scope }) => own(scope, root) : ({ locals }) => locals[slot]
  if (rest.length === 0) return start
  if (rest.length === 1) return (frame) => read(start(frame), rest[0])
  return (frame) => rest.reduce(read, start(frame))
}

function read(value: unknown, key: string): unknown {
  if (value === undefined || value === null) return value
  if (typeof value === "object" && !Array.isArray(value)) return own(value, key)
  // Strings and lists have a size, a first and a last.
  throw new NeedsInterpreter()
}

function own(value: object, key: string): unknown {
  if (Object.hasOwn(value, key)) return (value as Record<string, unknown>)[key]
  if (key === "size" || key === "first" || key === "last") throw new NeedsInterpreter()
  return undefined
}

function compilePostfix(tokens: readonly Token[], names: Names): Compute {
  const stack: Compute[] = []
  for (const token of tokens) {
    if (!TypeGuards.isOperatorToken(token)) {
      stack.push(isNil(token) ? nil : compileToken(token, names))
      continue
    }
    const right = stack.pop()
    const left = stack.pop()
    if (!left || !right) throw new Unsupported()
    stack.push(compileOperator(token.operator, left, right))
  }
  if (stack.length !== 1 || stack[0] === nil) throw new Unsupported()
  return stack[0]
}

/** Stands for the word `nil`, which equals what is not there; it is compiled only where it is compared. */
const nil: Compute = () => undefined

function isNil(token: Token): boolean {
  return TypeGuards.isLiteralToken(token) && (token.literal === "nil" || token.literal === "null")
}

function compileOperator(name: string, left: Compute, right: Compute): Compute {
  const operator = OPERATORS[name]
  if (!operator) throw new Unsupported()
  if (left !== nil && right !== nil) return operator(left, right)
  const value = left === nil ? right : left
  if (name === "==") return (frame) => isMissing(value(frame))
  if (name === "!=") return (frame) => !isMissing(value(frame))
  throw new Unsupported()
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null
}

type Operator = (left: Compute, right: Compute) => Compute

function onScalars(compare: (a: never, b: never) => boolean): Operator {
  return (left, right) => (frame) => compare(scalar(left(frame)), scalar(right(frame)))
}

const OPERATORS: Record<string, Operator | undefined> = {
  "==": onScalars((a, b) => a === b),
  "!=": onScalars((a, b) => a !== b),
  ">": onScalars((a, b) => a > b),
  "<": onScalars((a, b) => a < b),
  ">=": onScalars((a, b) => a >= b),
  "<=": onScalars((a, b) => a <= b),
  contains: onScalars((a, b) => typeof a === "string" && (a as string).includes(String(b))),
  and: (left, right) => (frame) => {
    const [a, b] = [left(frame), right(frame)]
    return isTrue(a) && isTrue(b)
  },
  or: (left, right) => (frame) => {
    const [a, b] = [left(frame), right(frame)]
    return isTrue(a) || isTrue(b)
  },
}

function scalar(value: unknown): never {
  if (typeof value === "object" && value !== null) throw new NeedsInterpreter()
  return value as never
}
