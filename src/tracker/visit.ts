import { newId, type State } from "./memory"
import { isCampaign, originOf } from "./origin"

/** A visit ends after so long without a sign of life, in ms. */
const VISIT_MS = 30 * 60_000

/** Goes on with the visit, or begins a new one after a pause or through a new campaign. */
export function goOn(state: State): void {
  const now = Date.now()
  const origin = originOf(new URL(location.href), document.referrer)
  const led = isCampaign(origin) && JSON.stringify(origin) !== JSON.stringify(state.s?.origin)
  if (!state.s || now - state.s.last > VISIT_MS || led) state.s = { id: newId(), last: now, origin }
  state.s.last = now
}
