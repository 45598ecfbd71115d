import type { Logger } from "@medusajs/framework/types"
import type { Db } from "../../../lib/db"
import type { Provider } from "../../../providers/provider"
import { Breaker } from "./breaker"
import { Permits } from "./permits"

/** Without a sign of life permits count as used after this. */
const HOLD_MS = 30_000

/** A service that a channel sends through, with what all workers know of it. */
export type Account = {
  /** Channel and service, as in `email smtp`. */
  name: string
  provider: Provider
  permits: Permits
  breaker: Breaker
  /** Whose messages it sends while that one does not answer; its own when absent. */
  standsInFor?: Account
}

type AccountInput = { db: Db; logger: Logger; timeZone: string; holdMs?: number }

/** Name of the account that a channel sends through first. */
export function accountName({ channel, name }: Pick<Provider, "channel" | "name">): string {
  return `${channel} ${name}`
}

/** The account of a provider. @param first - the account that it stands in for, if it is a fallback */
export function accountOf(
  provider: Provider,
  { db, logger, timeZone, holdMs = HOLD_MS }: AccountInput,
  first?: Account
): Account {
  const same = first?.provider.name === provider.name
  const name = `${accountName(provider)}${same ? " 2" : ""}`
  return {
    name,
    provider,
    permits: new Permits(db, name, timeZone, holdMs),
    breaker: new Breaker(db, name, logger),
    ...(first && { standsInFor: first }),
  }
}

/** The accounts of providers, then of those that stand in for one of them on its channel. */
export function accountsOf(
  providers: Provider[],
  fallbacks: Provider[],
  input: AccountInput
): Account[] {
  const firsts = providers.map((provider) => accountOf(provider, input))
  const others = fallbacks.flatMap((provider) => {
    const first = firsts.find((account) => account.provider.channel === provider.channel)
    // What is kept in the outbox needs nobody who takes over.
    return first && first.provider.name !== "sandbox" ? [accountOf(provider, input, first)] : []
  })
  return [...firsts, ...others]
}
