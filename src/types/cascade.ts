import type { SendingChannel } from "./common"

/** Another channel for those whom the one before did not reach in time, or refused. */
export type CascadeStep = {
  channel: SendingChannel
  template_id: string | null
  /** How long the one before has to deliver. */
  after_minutes: number
}

/** Whom a further channel will write to. */
export type CascadeForecast = {
  channel: SendingChannel
  after_minutes: number
  /** Those whom no channel before it can write to. */
  at_once: number
  /** Everybody it can write to, if nothing arrives before. */
  at_most: number
}

/** What came of one channel of a cascade. */
export type CascadeResult = {
  channel: SendingChannel
  /** Null for the first channel. */
  after_minutes: number | null
  sent: number
  /** Told as delivered, opened or clicked. */
  arrived: number
  /** Handed on to the next channel. */
  passed_on: number
  waiting: number
  /** In minor units, as far as a price was known. */
  cost: number
  /** Messages sent without a known price. */
  unpriced: number
  /** Whether it may still send: somebody waits for it, or has not been reached by the one before. */
  open: boolean
}
