import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { GivenCode } from "../../../types/campaign-errand"
import type { Channel, Frequency, Iso, Page } from "../../../types/common"
import type { FieldValue } from "../../../types/field"
import type {
  EditableAttribute,
  ListedProfile,
  OrdersBehind,
  ProfileDetail,
  ProfileOrder,
} from "../../../types/profile"
import type { TimelineItem, TimelineKind } from "../../../types/timeline"
import { get, post } from "../../lib/client"
import { keepRows } from "../../lib/keep-rows"
import { queryKeys } from "../../lib/query-keys"
import { usePages } from "../use-pages"

export const profilesQueryKeys = queryKeys("profiles")

type ProfilesQuery = {
  q?: string
  order?: string
  limit?: number
  cursor?: string
  segment_id?: string
  /** Only people with this tag. */
  tag?: string
  /** Quick filters, separated by commas. */
  filters?: string
}
type ProfilesPage = Page<"profiles", ListedProfile> & { data_as_of: Iso | null }

/** One page of profiles. The page before stays visible while the next one loads. */
export function useProfiles(query: ProfilesQuery, enabled = true) {
  return useQuery({
    queryKey: profilesQueryKeys.list(query),
    queryFn: ({ signal }) => get<ProfilesPage>("/profiles", query, signal),
    placeholderData: keepRows,
    staleTime: 0,
    enabled,
  })
}

/** One profile with everything known about the person. */
export function useProfile(id: string) {
  return useQuery({
    queryKey: profilesQueryKeys.detail(id),
    queryFn: async ({ signal }) =>
      (await get<{ profile: ProfileDetail }>(`/profiles/${id}`, undefined, signal)).profile,
    staleTime: 0,
  })
}

/** The profile of a Medusa customer; `null` when the customer has not been read in yet. */
export function useCustomerProfile(customerId: string) {
  return useQuery({
    queryKey: profilesQueryKeys.detail(customerId, "customer"),
    queryFn: async ({ signal }) =>
      (
        await get<{ profile: ProfileDetail | null }>(
          `/customers/${customerId}/profile`,
          undefined,
          signal
        )
      ).profile,
  })
}

export type TimelineFilter = { kinds: TimelineKind[]; q?: string; from?: string; to?: string }

/** A person's timeline, newest first, page after page. An empty list of kinds means all of them. */
export function useTimeline(id: string, { kinds, ...filter }: TimelineFilter) {
  const query = { ...filter, kinds: kinds.join(",") || undefined, limit: 30 }
  return usePages<"items", TimelineItem>(
    profilesQueryKeys.detail(id, "timeline", query),
    `/profiles/${id}/timeline`,
    query
  )
}

/** A person's orders and offline purchases, newest first; with `behind` only those that a metric is made from. */
export function useProfileOrders(id: string, behind: OrdersBehind | undefined) {
  const query = { behind, limit: 25 }
  return usePages<"orders", ProfileOrder>(
    profilesQueryKeys.detail(id, "orders", query),
    `/profiles/${id}/orders`,
    query
  )
}

/** Promo codes that campaigns gave to a person, the latest first. */
export function useProfileCodes(id: string) {
  return useQuery({
    queryKey: profilesQueryKeys.detail(id, "promo-codes"),
    queryFn: ({ signal }) =>
      get<{ promo_codes: GivenCode[] }>(`/profiles/${id}/promo-codes`, {}, signal),
    select: ({ promo_codes }) => promo_codes,
    staleTime: 0,
  })
}

type ProfileChange = {
  attributes?: Partial<Record<EditableAttribute, string | null>>
  fields?: Record<string, FieldValue>
}

/** Changes what is known of a person, here and in Medusa. */
export function useUpdateProfile(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: ProfileChange) =>
      post<{ profile: ProfileDetail }>(`/profiles/${id}`, change),
    onSuccess: () => client.invalidateQueries({ queryKey: profilesQueryKeys.all }),
  })
}

type ConsentChange = {
  channel: Channel
  topic: string
  state: "subscribed" | "unsubscribed"
  /** How often they want to hear about the topic; left out, it stays. */
  frequency?: Frequency
  reason: string
}

/** Records what a person told the staff about being contacted. */
export function useChangeConsent(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: ConsentChange) =>
      post<{ profile: ProfileDetail }>(`/profiles/${id}/consent`, change),
    onSuccess: () => client.invalidateQueries({ queryKey: profilesQueryKeys.all }),
  })
}

/** Erases a person everywhere; there is no way back. */
export const erasePerson = (id: string) => post(`/profiles/${id}/erase`, { confirm: id })

/** {@link erasePerson}, and the list is read anew. */
export function useErasePerson(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => erasePerson(id),
    // The profile's own page has nothing to ask for any more.
    onSuccess: () => client.invalidateQueries({ queryKey: profilesQueryKeys.lists() }),
  })
}
