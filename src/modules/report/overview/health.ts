import { type Db, queryOne } from "../../../lib/db"
import { lastFailures } from "../../../lib/failures"
import type { EngageOptions } from "../../../lib/options"
import type { Provider } from "../../../providers/provider"
import type { Health } from "../../../types/overview"
import { checkInvariant } from "../../delivery/ledger/progress"
import { pushPublicKey } from "../../delivery/push/keys"
import { arrivals } from "../../profile/events/arrival"
import { freshness } from "../../profile/read/freshness"
import { QUEUES } from "../sql/overview"
import { listMigrations } from "./migrations"

/** How the plugin itself is: data arriving, providers, work waiting, and whether the ledger adds up. */
export async function readHealth(
  db: Db,
  { options, now }: { options: EngageOptions; now: Date },
  providers: Provider[]
): Promise<Health> {
  const [fresh, broken_runs, queues, push_public_key, arriving, failures, migrations, postgres] =
    await Promise.all([
      freshness(db),
      checkInvariant(db, now),
      queryOne<Health["queues"]>(db, QUEUES),
      pushPublicKey(db, options),
      arrivals(db, now),
      lastFailures(db, now),
      listMigrations(db),
      queryOne<{ server_version: string }>(db, `show server_version`),
    ])
  return {
    freshness: fresh,
    provider: providers.map(({ name, channel, capabilities }) => ({
      channel,
      name,
      capabilities: Object.entries(capabilities)
        .filter(([, value]) => value)
        .map(([key, value]) => (value === true ? key : `${key}: ${value}`)),
    })),
    sender: { name: options.sender.name, email: options.sender.email },
    push_public_key,
    broken_runs,
    queues: queues!,
    arrivals: arriving,
    failures,
    migrations,
    server: { node: process.version, postgres: postgres!.server_version },
  }
}
