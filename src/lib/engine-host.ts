import type { Logger } from "@medusajs/framework/types"
import type { Db } from "./db"
import { Engine } from "./engine"
import { noteFailure } from "./failures"
import type { EngageOptions } from "./options"
import { WakeListener, type WakeTopic } from "./wake"

type HostInput = {
  name: string
  topic: WakeTopic
  idleMs: number
  step: (signal: AbortSignal) => Promise<boolean>
  db: Db
  logger: Logger
  options: EngageOptions
  /** Medusa's worker mode of this process, from the module declaration. */
  workerMode?: string
}

/** An engine with its wake-up call, started and stopped with the Medusa process that runs it. */
export class EngineHost {
  private readonly engine: Engine
  private readonly listener: WakeListener
  /** Whether this process is one that works. */
  readonly allowed: boolean

  constructor(input: HostInput) {
    // `medusa db:migrate`, `exec` and `user` boot the application too, and say so by this variable.
    const command = process.env.MEDUSA_WORKER_MODE === "server"
    this.allowed = input.options.engines && input.workerMode !== "server" && !command
    this.engine = new Engine({
      ...input,
      onFailure: (error) => void noteFailure(input.db, input.name, error, new Date()),
    })
    this.listener = new WakeListener(input.db, input.topic, () => this.engine.wake(), input.logger)
  }

  /** Starts the engine unless this process is not one that works. */
  async start(): Promise<void> {
    if (!this.allowed) return
    this.engine.start()
    await this.listener.start()
  }

  /** Looks for work now, if the engine runs here. */
  wake(): void {
    this.engine.wake()
  }

  /** Stops cleanly: the step in hand is finished or handed back first. */
  async stop(): Promise<void> {
    await this.listener.stop()
    await this.engine.stop()
  }
}
