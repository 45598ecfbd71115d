import type { Iso } from "./common"
import type { MessageCard } from "./content"

/** A message that waits for somebody in the storefront. Addresses in it are counted when they are followed. */
export type InAppMessage = Omit<MessageCard, "place"> & {
  /** Where in the shop it is to be shown. */
  place: string
  id: string
  title: string
  text: string
  /** Whether it has been shown before. */
  seen: boolean
  at: Iso
}
