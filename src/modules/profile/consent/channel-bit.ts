import { type Channel, CHANNELS } from "../../../types/common"

/** The bit of `engage_profile.subscribed` that is set while the person is subscribed to the channel as a whole. */
export function channelBit(channel: Channel): number {
  return 1 << CHANNELS.indexOf(channel)
}

/** The channels in a `subscribed` mask, in the order of {@link CHANNELS}. */
export function channelsOf(mask: number): Channel[] {
  return CHANNELS.filter((channel) => mask & channelBit(channel))
}
