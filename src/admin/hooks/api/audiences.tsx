import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  Audience,
  AudienceChange,
  AudienceChanged,
  AudienceDrift,
  AudienceMember,
  ListedAudience,
} from "../../../types/audience"
import type { Rules } from "../../../rules/ast"
import type { Page } from "../../../types/common"
import { del, get, post } from "../../lib/client"
import { keepRows } from "../../lib/keep-rows"
import { queryKeys } from "../../lib/query-keys"
import { profilesQueryKeys } from "./profiles"

export const audiencesQueryKeys = queryKeys("audiences")

type NewAudience = {
  name: string
  description?: string
  segment_id?: string
  rules?: Rules
  list?: string
}

/** One page of audiences. */
export function useAudiences(query: {
  q?: string
  folder?: string
  tag?: string
  archived?: boolean
  limit?: number
  cursor?: string
}) {
  return useQuery({
    queryKey: audiencesQueryKeys.list(query),
    queryFn: ({ signal }) => get<Page<"audiences", ListedAudience>>("/audiences", query, signal),
    placeholderData: keepRows,
    staleTime: 0,
  })
}

/** One audience. */
export function useAudience(id: string | undefined) {
  return useQuery({
    queryKey: audiencesQueryKeys.detail(id ?? ""),
    queryFn: async ({ signal }) =>
      (await get<{ audience: Audience }>(`/audiences/${id}`, undefined, signal)).audience,
    enabled: Boolean(id),
    staleTime: 0,
  })
}

/** Who is in the audience. */
export function useAudienceMembers(id: string, query: { limit: number; cursor?: string }) {
  return useQuery({
    queryKey: audiencesQueryKeys.detail(id, "members", query),
    queryFn: ({ signal }) =>
      get<Page<"members", AudienceMember>>(`/audiences/${id}/members`, query, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

/** The latest changes of the members. */
export function useAudienceChanges(id: string) {
  return useQuery({
    queryKey: audiencesQueryKeys.detail(id, "changes"),
    queryFn: async ({ signal }) =>
      (await get<{ changes: AudienceChange[] }>(`/audiences/${id}/changes`, undefined, signal))
        .changes,
    staleTime: 0,
  })
}

/** How the members would differ if the rule decided now. */
export function useAudienceDrift(id: string, enabled: boolean) {
  return useQuery({
    queryKey: audiencesQueryKeys.detail(id, "drift"),
    queryFn: ({ signal }) => get<AudienceDrift>(`/audiences/${id}/drift`, undefined, signal),
    enabled,
    staleTime: 0,
  })
}

/** Freezes an audience. */
export function useCreateAudience() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: NewAudience) =>
      post<{ audience: Audience; unmatched: string[] }>("/audiences", input),
    onSuccess: () => client.invalidateQueries({ queryKey: audiencesQueryKeys.all }),
  })
}

/** Whom a list names, without saving anything. */
export function useMatchList() {
  return useMutation({
    mutationFn: (list: string) =>
      post<{ lines: number; people: number; unmatched: string[] }>("/audiences/match", { list }),
  })
}

/** Adds people or takes them out; `undo` takes a change back. */
export function useChangeMembers(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: { action: "add" | "remove"; list: string } | { undo: number }) =>
      "undo" in input
        ? post<AudienceChanged>(`/audiences/${id}/changes`, { change_id: input.undo })
        : post<AudienceChanged>(`/audiences/${id}/members`, input),
    onSuccess: () => client.invalidateQueries({ queryKey: audiencesQueryKeys.all }),
  })
}

/** Adds one person to an audience, or takes them out. */
export function useChangeMember() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: { audience: string; action: "add" | "remove"; profile: string }) =>
      post<AudienceChanged>(`/audiences/${input.audience}/members`, {
        action: input.action,
        list: input.profile,
      }),
    onSuccess: async (_, { profile }) => {
      await client.invalidateQueries({ queryKey: audiencesQueryKeys.all })
      await client.invalidateQueries({ queryKey: profilesQueryKeys.detail(profile) })
    },
  })
}

/** Adds people to an audience that is there, or to a new one with that name. */
export function useAddToAudience() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (input: {
      to: { id: string; name: string } | string
      profiles: string[]
    }) => {
      const list = input.profiles.join("\n")
      if (typeof input.to === "string") {
        const { audience } = await post<{ audience: Audience }>("/audiences", {
          name: input.to,
          list,
        })
        return { id: audience.id, name: audience.name, count: audience.profiles }
      }
      const { count } = await post<AudienceChanged>(`/audiences/${input.to.id}/members`, {
        action: "add",
        list,
      })
      return { ...input.to, count }
    },
    onSuccess: () => client.invalidateQueries({ queryKey: audiencesQueryKeys.all }),
  })
}

/** Renames an audience, files it away, archives it or brings it back. */
export function useUpdateAudience(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (
      change: Partial<Pick<Audience, "name" | "description" | "folder">> & { archived?: boolean }
    ) => post(`/audiences/${id}`, change),
    onSuccess: () => client.invalidateQueries({ queryKey: audiencesQueryKeys.all }),
  })
}

/** Deletes an audience; the API refuses while something unfinished uses it. */
export function useDeleteAudience(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => del(`/audiences/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: audiencesQueryKeys.lists() }),
  })
}
