import os from "node:os"
import { type Db, execute, query } from "../src/lib/db"

/** One measured line: what, how long in ms (median and all runs), and against what it is held. */
export type Measured = { name: string; ms: number; runs: number[] }

/** Runs `work` `times` times after one warm-up; the median is what is reported. */
export async function measure(
  name: string,
  work: () => Promise<unknown>,
  times = 3
): Promise<Measured> {
  if (times > 1) await work()
  const runs: number[] = []
  for (let i = 0; i < times; i++) {
    const start = process.hrtime.bigint()
    await work()
    runs.push(Number(process.hrtime.bigint() - start) / 1e6)
  }
  const ms = [...runs].sort((a, b) => a - b)[Math.floor(runs.length / 2)]
  return { name, ms, runs }
}

/** Prints ours beside the hand-written limit of the same run. */
export function report(ours: Measured, limit: Measured, note = ""): void {
  const ratio = ours.ms / limit.ms
  const runs = ours.runs.map((ms) => Math.round(ms)).join("/")
  console.log(
    `${ours.name.padEnd(52)} ${format(ours.ms)}  limit ${format(limit.ms)}  ratio ${ratio.toFixed(2)}  [${runs}] ${note}`
  )
}

/** The machine, the server and how busy both are, so that figures can be read later. */
export async function describeMachine(db: Db): Promise<void> {
  const [{ version, buffers }] = await query<{ version: string; buffers: string }>(
    db,
    `select current_setting('server_version') as version, current_setting('shared_buffers') as buffers`
  )
  const load = os.loadavg().map((l) => l.toFixed(1))
  console.log(
    `${new Date().toISOString().slice(0, 10)}  ${os.cpus().length} × ${os.cpus()[0].model}, Node ${process.version}, ` +
      `Postgres ${version}, shared_buffers ${buffers}, load ${load.join(" ")}`
  )
}

/** Writes that a measurement must not keep. */
export async function rolledBack<T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  const undo = new Error("rolled back")
  let came: T
  await db
    .transaction(async (trx) => {
      await execute(
        trx,
        `select set_config('work_mem', '128MB', true), set_config('jit', 'off', true)`
      )
      came = await work(trx)
      throw undo
    })
    .catch((error) => {
      if (error !== undo) throw error
    })
  return came!
}

function format(ms: number): string {
  return ms >= 10_000
    ? `${(ms / 1000).toFixed(1)} s`.padStart(9)
    : `${ms.toFixed(0)} ms`.padStart(9)
}
