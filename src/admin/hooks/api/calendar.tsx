import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { Calendar } from "../../../types/calendar"
import { get, post } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"
import { broadcastsQueryKeys } from "./broadcasts"

const calendarQueryKeys = queryKeys("calendar")

/** The broadcasts between two moments. */
export function useCalendar(range: { from: string; to: string } | undefined) {
  return useQuery({
    queryKey: calendarQueryKeys.list(range),
    queryFn: ({ signal }) => get<Calendar>("/calendar", range, signal),
    enabled: range !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

/** Moves a draft or scheduled broadcast. */
export function useMoveBroadcast() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, at }: { id: string; at: string }) => post(`/calendar/${id}`, { at }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: calendarQueryKeys.all }),
        client.invalidateQueries({ queryKey: broadcastsQueryKeys.all }),
      ]),
  })
}
