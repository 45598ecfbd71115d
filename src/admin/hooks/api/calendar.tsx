import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { Calendar, PlanItem } from "../../../types/calendar"
import type { Page } from "../../../types/common"
import { get, post } from "../../lib/client"
import { keepRows } from "../../lib/keep-rows"
import { queryKeys } from "../../lib/query-keys"
import { broadcastsQueryKeys } from "./broadcasts"

/** What the calendar shows. */
export const calendarQueryKeys = queryKeys("calendar")

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

type PlanQuery = { q?: string; kind?: string; status?: string; limit?: number; cursor?: string }

/** One page of broadcasts and campaigns together. */
export function usePlan(query: PlanQuery) {
  return useQuery({
    queryKey: calendarQueryKeys.detail("list", "plan", query),
    queryFn: ({ signal }) =>
      get<Page<"items", PlanItem> & { currency: string }>("/calendar/list", query, signal),
    placeholderData: keepRows,
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
