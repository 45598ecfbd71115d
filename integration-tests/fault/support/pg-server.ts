import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { createInterface } from "node:readline"

const HOLDER = join(__dirname, "pg-holder.mjs")

type Told = { folder: string; port: number; url: string }

/** A durable Postgres of a test's own that can be killed. */
export class PgServer {
  private constructor(
    private holder: ChildProcess,
    private readonly told: Told
  ) {}

  /** On new data, which goes when it is stopped. */
  static async start(): Promise<PgServer> {
    const holder = hold()
    return new PgServer(holder, await told(holder))
  }

  /** Of the database "postgres", also after a crash. */
  get url(): string {
    return this.told.url
  }

  /** Kills it as a power cut does, and starts it again on the same data and port. */
  async crash(): Promise<void> {
    await this.end("crash")
    this.holder = hold(this.told)
    await told(this.holder)
  }

  async stop(): Promise<void> {
    await this.end("stop")
  }

  private async end(word: string): Promise<void> {
    const gone = once(this.holder, "exit")
    this.holder.stdin!.write(`${word}\n`)
    await gone
  }
}

function hold(before?: Told): ChildProcess {
  const where = before ? [before.folder, String(before.port)] : []
  return spawn(process.execPath, [HOLDER, ...where], {
    env: { ...process.env, NODE_OPTIONS: "" },
    stdio: ["pipe", "pipe", "inherit"],
  })
}

async function told(holder: ChildProcess): Promise<Told> {
  const [line] = await once(createInterface({ input: holder.stdout! }), "line")
  return JSON.parse(line as string)
}
