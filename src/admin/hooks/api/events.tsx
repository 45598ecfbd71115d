import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { Page } from "../../../types/common"
import type { EventItem, EventName, EventSchema, VisitorMerge } from "../../../types/event"
import { fileUrl, get, post } from "../../lib/client"
import { keepRows } from "../../lib/keep-rows"
import { queryKeys } from "../../lib/query-keys"
import { profilesQueryKeys } from "./profiles"

const eventsQueryKeys = queryKeys("events")
const LIVE_MS = 3_000

export type EventsQuery = {
  q?: string
  names?: string
  source?: string
  from?: string
  profile_id?: string
  limit?: number
  cursor?: string
}

/** Where all events that a query finds are as CSV. */
export function eventsFileUrl(query: Omit<EventsQuery, "limit" | "cursor">): string {
  const given = Object.entries(query).flatMap(([key, value]) => (value ? [[key, value]] : []))
  return fileUrl(`/admin/engage/events/file?${new URLSearchParams(given).toString()}`)
}

/** One page of events, newest first; `live` asks again every few seconds. */
export function useEvents(query: EventsQuery, live = false) {
  return useQuery({
    queryKey: eventsQueryKeys.list(query),
    queryFn: ({ signal }) => get<Page<"events", EventItem>>("/events", query, signal),
    placeholderData: keepRows,
    staleTime: 0,
    refetchInterval: live ? LIVE_MS : false,
  })
}

/** Every event name with its volume. */
export function useEventNames(q?: string) {
  return useQuery({
    queryKey: eventsQueryKeys.list({ names: true, q }),
    queryFn: async ({ signal }) =>
      (await get<{ names: EventName[] }>("/event-names", { q }, signal)).names,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

/** What the latest events of a name hold. */
export function useEventSchema(name: string | undefined) {
  return useQuery({
    queryKey: eventsQueryKeys.detail(name ?? "", "schema"),
    queryFn: async ({ signal }) =>
      (
        await get<{ schema: EventSchema }>(
          `/event-names/${encodeURIComponent(name!)}`,
          undefined,
          signal
        )
      ).schema,
    enabled: Boolean(name),
    staleTime: 0,
  })
}

/** Devices that were joined to a person. */
export function useDevices(profileId: string) {
  return useQuery({
    queryKey: profilesQueryKeys.detail(profileId, "devices"),
    queryFn: async ({ signal }) =>
      (await get<{ devices: VisitorMerge[] }>(`/profiles/${profileId}/devices`, undefined, signal))
        .devices,
    staleTime: 0,
  })
}

/** Takes the join of a device back. */
export function useUndoDevice(profileId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => post(`/profiles/${profileId}/devices/${id}/undo`),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: profilesQueryKeys.all }),
        client.invalidateQueries({ queryKey: eventsQueryKeys.all }),
      ]),
  })
}
