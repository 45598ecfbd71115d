import { MedusaError } from "@medusajs/framework/utils"

const MAX_COLUMNS = 200
const MAX_NAME = 200

/** The columns of a file by name; JSON files show theirs as they are read. */
export class TableColumns {
  readonly names: string[] = []

  /** @throws MedusaError `invalid_data` when there are too many, or two are called the same */
  constructor(names: string[]) {
    for (const name of names) this.add(name.trim() || `Column ${this.names.length + 1}`)
  }

  /** Named values as cells, with new columns where there was none. */
  place(values: [name: string, value: string][]): string[] {
    const cells = this.names.map(() => "")
    for (const [name, value] of values) {
      let at = this.names.indexOf(name)
      if (at < 0) at = this.add(name)
      cells[at] = value
    }
    return Array.from(cells, (cell) => cell ?? "")
  }

  private add(name: string): number {
    const short = name.replaceAll("\0", "").slice(0, MAX_NAME)
    if (this.names.includes(short)) refuse(`two columns are called "${short}"; rename one`)
    if (this.names.length >= MAX_COLUMNS) refuse(`more than ${MAX_COLUMNS} columns`)
    return this.names.push(short) - 1
  }
}

/** An object's values as text, those inside others as `outer.inner`; lists stay JSON. */
export function flatten(value: object, prefix = ""): [string, string][] {
  return Object.entries(value).flatMap(([key, inner]): [string, string][] => {
    const name = prefix + key
    if (inner === null || inner === undefined) return [[name, ""]]
    if (Array.isArray(inner)) return [[name, JSON.stringify(inner)]]
    return typeof inner === "object" ? flatten(inner, `${name}.`) : [[name, String(inner)]]
  })
}

function refuse(message: string): never {
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `file: ${message}`)
}
