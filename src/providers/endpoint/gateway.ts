import type { Channel } from "../../types/common"
import type { OutgoingMessage, SendResult } from "../provider"

/** A browser, app or chat that somebody signed up. */
export type Endpoint = {
  id: number
  profile_id: number
  /** Name of the gateway it is reached through. */
  provider: string
  address: string
  keys: { p256dh: string; auth: string } | null
}

/** What became of a message at one endpoint. `gone`: the endpoint will never take another one. */
export type EndpointResult = SendResult | { state: "gone"; error: string }

/** Reaches endpoints of one kind. */
export interface Gateway {
  readonly name: string
  /** Never throws for what an endpoint or the network does. */
  send(endpoint: Endpoint, message: OutgoingMessage): Promise<EndpointResult>
}

/** Where people's endpoints are kept. */
export type EndpointStore = {
  of: (channel: Channel, profiles: number[]) => Promise<Endpoint[]>
  /** Forgets those that are gone. */
  drop: (ids: number[]) => Promise<void>
}
