import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  Campaign,
  CampaignPerson,
  CampaignPlan,
  CampaignProblem,
  CampaignReport,
} from "../../../types/campaign"
import type { Page } from "../../../types/common"
import { del, get, post } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"

const campaignsQueryKeys = queryKeys("campaigns")
const REPORT_MS = 10_000

type Answer = { campaign: Campaign }

/** A page of campaigns. */
export function useCampaigns(query: {
  q?: string
  status?: string
  limit?: number
  cursor?: string
}) {
  return useQuery({
    queryKey: campaignsQueryKeys.list(query),
    queryFn: ({ signal }) => get<Page<"campaigns", Campaign>>("/campaigns", query, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

/** One campaign with its draft. */
export function useCampaign(id: string) {
  return useQuery({
    queryKey: campaignsQueryKeys.detail(id),
    queryFn: async ({ signal }) =>
      (await get<Answer>(`/campaigns/${id}`, undefined, signal)).campaign,
  })
}

/** What became of everybody; looked at anew while the campaign runs. */
export function useCampaignReport(
  id: string,
  live: boolean,
  query: { version?: number; from?: string } = {}
) {
  return useQuery({
    queryKey: campaignsQueryKeys.detail(id, "report", query),
    queryFn: async ({ signal }) =>
      (await get<{ report: CampaignReport }>(`/campaigns/${id}/report`, query, signal)).report,
    refetchInterval: live ? REPORT_MS : false,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

type Problems = { problems: CampaignProblem[] }

/** What keeps a plan from being published. @throws when it is no plan at all */
export async function checkPlan(plan: CampaignPlan, signal?: AbortSignal) {
  return (await post<Problems>("/campaigns/check", { plan }, signal)).problems
}

/** What keeps a plan that is not saved from being published; asked while `enabled`. */
export function usePlanProblems(plan: CampaignPlan, enabled: boolean) {
  return useQuery({
    queryKey: [...campaignsQueryKeys.all, "check", plan],
    queryFn: ({ signal }) => checkPlan(plan, signal),
    placeholderData: keepPreviousData,
    enabled,
  })
}

/** Who came in, the latest first. */
export function useCampaignPeople(
  id: string,
  query: { step?: string; inside?: boolean; limit?: number; cursor?: string }
) {
  return useQuery({
    queryKey: campaignsQueryKeys.detail(id, "people", query),
    queryFn: ({ signal }) =>
      get<Page<"people", CampaignPerson>>(`/campaigns/${id}/people`, query, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

/** Saves a new draft. */
export function useCreateCampaign() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { name: string; plan?: CampaignPlan }) => post<Answer>("/campaigns", body),
    onSuccess: () => client.invalidateQueries({ queryKey: campaignsQueryKeys.lists() }),
  })
}

/** Changes the draft. */
export function useSaveCampaign(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { name?: string; plan?: CampaignPlan }) =>
      post<Answer>(`/campaigns/${id}`, body),
    onSuccess: ({ campaign }) => {
      client.setQueryData(campaignsQueryKeys.detail(id), campaign)
      return client.invalidateQueries({ queryKey: campaignsQueryKeys.lists() })
    },
  })
}

export type CampaignAction = "publish" | "pause" | "resume" | "archive" | "duplicate"

/** Publishes, pauses, resumes, archives or copies a campaign. */
export function useCampaignAction(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (action: CampaignAction) => post<Answer>(`/campaigns/${id}/${action}`),
    onSuccess: () => client.invalidateQueries({ queryKey: campaignsQueryKeys.all }),
  })
}

/** Deletes a draft. */
export function useDeleteCampaign(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => del(`/campaigns/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: campaignsQueryKeys.lists() }),
  })
}
