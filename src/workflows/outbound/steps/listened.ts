import type { MedusaContainer } from "@medusajs/framework/types"
import { type AbstractEventBusModuleService, Modules } from "@medusajs/framework/utils"
import { OUTBOUND_TYPES, type OutboundType } from "../../../modules/outbound/feed/catalogue"

/** Which of our events some subscriber in this process hears: the others are not even read. */
export function listenedTypes(container: MedusaContainer): OutboundType[] {
  const bus = container.resolve(Modules.EVENT_BUS) as unknown as AbstractEventBusModuleService
  const heard = (name: string) => Boolean(bus.eventToSubscribersMap.get(name)?.length)
  return heard("*") ? OUTBOUND_TYPES : OUTBOUND_TYPES.filter(heard)
}

let last: string | undefined

/** Whether there is anybody to tell; also once in each process, to forget those who listened before. */
export function hasListeners(container: MedusaContainer): boolean {
  return last === undefined || listenedTypes(container).length > 0
}

/** Whether these are others than were listened to when this was asked last in this process. */
export function listensAnew(types: OutboundType[]): boolean {
  const now = types.join(" ")
  const anew = now !== last
  last = now
  return anew
}
