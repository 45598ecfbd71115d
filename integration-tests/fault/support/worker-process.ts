import { type ChildProcess, fork } from "node:child_process"
import { join } from "node:path"

const ROOT = join(__dirname, "../../..")

/** One worker process of the fault suite. */
export class WorkerProcess {
  private constructor(private readonly child: ChildProcess) {}

  /** Starts a process that stands ready; {@link go} sets it to work. */
  static async start(env: Record<string, string>): Promise<WorkerProcess> {
    const child = fork(join(__dirname, "worker.ts"), {
      cwd: ROOT,
      execArgv: ["-r", "ts-node/register/transpile-only"],
      env: {
        ...process.env,
        TS_NODE_PROJECT: join(ROOT, "tsconfig.json"),
        NODE_OPTIONS: "",
        ...env,
      },
    })
    await new Promise<void>((resolve, reject) => {
      child.once("message", () => resolve())
      child.once("exit", (code) => reject(new Error(`the worker ended at its start with ${code}`)))
    })
    return new WorkerProcess(child)
  }

  go(): void {
    this.child.send("go")
  }

  /** Kills it as a power cut does, and waits until it is gone. */
  async kill(): Promise<void> {
    await this.end("SIGKILL")
  }

  /** Asks it to end, and waits until it has. */
  async terminate(): Promise<number | null> {
    return this.end("SIGTERM")
  }

  /** Stops it in its tracks, as a frozen machine does. */
  signal(name: "SIGSTOP" | "SIGCONT"): void {
    this.child.kill(name)
  }

  private end(signal: NodeJS.Signals): Promise<number | null> {
    const gone = new Promise<number | null>((resolve) => this.child.once("exit", resolve))
    this.child.kill(signal)
    return gone
  }
}
