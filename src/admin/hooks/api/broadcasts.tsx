import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { AttributionTerms } from "../../../types/attribution"
import type {
  Broadcast,
  BroadcastPerson,
  BroadcastReview,
  PeopleKind,
} from "../../../types/broadcast"
import type { BroadcastPlan } from "../../../types/broadcast-plan"
import type { BroadcastReport } from "../../../types/broadcast-report"
import type { Page, SendingChannel } from "../../../types/common"
import { del, get, post } from "../../lib/client"
import { keepRows } from "../../lib/keep-rows"
import { queryKeys } from "../../lib/query-keys"

export const broadcastsQueryKeys = queryKeys("broadcasts")

export type BroadcastInput = {
  name: string
  channel?: SendingChannel
  topic?: string
  segment_id?: string | null
  exclude_segment_ids?: string[]
  template_id?: string | null
  attribution_days?: number | null
  attribution_terms?: AttributionTerms
  plan?: Partial<BroadcastPlan>
}

type BroadcastQuery = {
  q?: string
  folder?: string
  tag?: string
  status?: string
  archived?: true
  limit?: number
  cursor?: string
}

/** Whether messages of the broadcast are leaving right now. */
export const isMoving = (broadcast: Broadcast | undefined) =>
  broadcast?.status === "freezing" || broadcast?.status === "sending"

/** Whether everything of it can still be changed. */
export const isOpen = ({ status }: Broadcast) => status === "draft" || status === "scheduled"

/** One page of broadcasts; asked for every three seconds while one of them is sending. */
export function useBroadcasts(query: BroadcastQuery) {
  return useQuery({
    queryKey: broadcastsQueryKeys.list(query),
    queryFn: ({ signal }) => get<Page<"broadcasts", Broadcast>>("/broadcasts", query, signal),
    placeholderData: keepRows,
    staleTime: 0,
    refetchInterval: (state) => (state.state.data?.broadcasts.some(isMoving) ? 3_000 : false),
  })
}

/** One broadcast; asked for every second while it is sending. */
export function useBroadcast(id: string) {
  return useQuery({
    queryKey: broadcastsQueryKeys.detail(id),
    queryFn: async ({ signal }) =>
      (await get<{ broadcast: Broadcast }>(`/broadcasts/${id}`, undefined, signal)).broadcast,
    staleTime: 0,
    refetchInterval: (state) => {
      const broadcast = state.state.data
      return isMoving(broadcast) ? 1_000 : broadcast?.status === "scheduled" ? 10_000 : false
    },
  })
}

/** Whom a draft would reach and what stands in its way. `version` is the draft's last change. */
export function useBroadcastReview(id: string, version: string, enabled: boolean) {
  return useQuery({
    queryKey: broadcastsQueryKeys.detail(id, "review", { version }),
    queryFn: ({ signal }) => post<BroadcastReview>(`/broadcasts/${id}/review`, {}, signal),
    placeholderData: keepPreviousData,
    enabled,
    retry: false,
    staleTime: 10_000,
  })
}

/** Results of a started broadcast; asked for every two seconds while it is sending, else every 15. */
export function useBroadcastReport(broadcast: Broadcast) {
  return useQuery({
    // A new status asks at once: the last numbers of a finished broadcast must not wait for the next round.
    queryKey: broadcastsQueryKeys.detail(broadcast.id, "report", { status: broadcast.status }),
    queryFn: ({ signal }) =>
      get<BroadcastReport>(`/broadcasts/${broadcast.id}/report`, undefined, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: isMoving(broadcast) ? 2_000 : 10_000,
    enabled: broadcast.status !== "draft",
  })
}

type PeopleQuery = {
  kind: PeopleKind
  reason?: string
  rule?: string
  link?: string
  limit: number
  cursor?: string
}

/** The people behind one number of the report. */
export function useBroadcastPeople(id: string, query: PeopleQuery) {
  return useQuery({
    queryKey: broadcastsQueryKeys.detail(id, "people", query),
    queryFn: ({ signal }) =>
      get<Page<"people", BroadcastPerson>>(`/broadcasts/${id}/people`, query, signal),
    placeholderData: keepRows,
    staleTime: 0,
  })
}

/** Creates a draft. */
export function useCreateBroadcast() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: BroadcastInput) => post<{ broadcast: Broadcast }>("/broadcasts", input),
    onSuccess: () => client.invalidateQueries({ queryKey: broadcastsQueryKeys.lists() }),
  })
}

/** Changes a draft; of a started broadcast only the name and how orders are credited. */
export function useUpdateBroadcast(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Partial<BroadcastInput> & { archived?: boolean }) =>
      post<{ broadcast: Broadcast }>(`/broadcasts/${id}`, input),
    onSuccess: ({ broadcast }) => {
      client.setQueryData(broadcastsQueryKeys.detail(id), broadcast)
      void client.invalidateQueries({ queryKey: broadcastsQueryKeys.lists() })
      void client.invalidateQueries({ queryKey: [...broadcastsQueryKeys.details(), id, "report"] })
    },
  })
}

export type BroadcastAction = "start" | "pause" | "resume" | "cancel" | "retry"

/** Starts, holds, ends or repeats a broadcast. */
export function useBroadcastAction(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (action: BroadcastAction) =>
      post<{ broadcast: Broadcast }>(`/broadcasts/${id}/${action}`),
    onSuccess: () => client.invalidateQueries({ queryKey: broadcastsQueryKeys.all }),
  })
}

/** Sends one variant of a test to those who wait for the winner. */
export function usePickWinner(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (variant: number) =>
      post<{ broadcast: Broadcast }>(`/broadcasts/${id}/winner`, { variant }),
    onSuccess: () => client.invalidateQueries({ queryKey: broadcastsQueryKeys.all }),
  })
}

/** Gives those who have not got a paused broadcast what a template says now. */
export function useReviseBroadcast(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (template_id: string) =>
      post<{ broadcast: Broadcast }>(`/broadcasts/${id}/content`, { template_id }),
    onSuccess: () => client.invalidateQueries({ queryKey: broadcastsQueryKeys.all }),
  })
}

/** Deletes a draft. */
export function useDeleteBroadcast(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => del(`/broadcasts/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: broadcastsQueryKeys.lists() }),
  })
}
