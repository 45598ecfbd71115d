import {
  keepPreviousData,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import type {
  Campaign,
  CampaignPerson,
  CampaignProblem,
  CampaignReport,
  ListedCampaign,
} from "../../../types/campaign"
import type { CampaignPlan } from "../../../types/campaign-plan"
import type { StageOnMap } from "../../../types/campaign-preview"
import type { HoldoutReport } from "../../../types/campaign-holdout"
import type { SplitReport } from "../../../types/campaign-split"
import type {
  CampaignChanges,
  PublishedVersion,
  Simulation,
  Steering,
} from "../../../types/campaign-flow"
import type { LifeStage } from "../../../types/life-cycle"
import type { Page } from "../../../types/common"
import { del, get, post } from "../../lib/client"
import { keepRows } from "../../lib/keep-rows"
import { queryKeys } from "../../lib/query-keys"

const campaignsQueryKeys = queryKeys("campaigns")
const REPORT_MS = 10_000

type Answer = { campaign: Campaign }

/** A page of campaigns. */
export function useCampaigns(query: {
  q?: string
  folder?: string
  tag?: string
  status?: string
  archived?: true
  limit?: number
  cursor?: string
}) {
  return useQuery({
    queryKey: campaignsQueryKeys.list(query),
    queryFn: ({ signal }) => get<Page<"campaigns", ListedCampaign>>("/campaigns", query, signal),
    placeholderData: keepRows,
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

/** What those who came in bought, against those who were kept out. */
export function useHoldout(id: string, enabled: boolean) {
  return useQuery({
    queryKey: campaignsQueryKeys.detail(id, "holdout"),
    queryFn: async ({ signal }) =>
      (await get<{ report: HoldoutReport }>(`/campaigns/${id}/holdout`, undefined, signal)).report,
    enabled,
    staleTime: 0,
  })
}

/** How many people are at each stage of their life with the shop, and which campaigns are meant for them. */
export function useLifeCycle() {
  return useQuery({
    queryKey: [...campaignsQueryKeys.lists(), "stages"],
    queryFn: async ({ signal }) =>
      (await get<{ stages: StageOnMap[] }>("/campaigns/stages", undefined, signal)).stages,
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
    placeholderData: keepRows,
    staleTime: 0,
  })
}

/** Saves a new draft. */
export function useCreateCampaign() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { name: string; plan?: Partial<CampaignPlan> }) =>
      post<Answer>("/campaigns", body),
    onSuccess: () => client.invalidateQueries({ queryKey: campaignsQueryKeys.lists() }),
  })
}

/** Changes the draft. */
export function useSaveCampaign(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: {
      name?: string
      stage?: LifeStage | null
      plan?: CampaignPlan
      revision?: number
    }) => post<Answer>(`/campaigns/${id}`, body),
    onSuccess: ({ campaign }) => {
      client.setQueryData(campaignsQueryKeys.detail(id), campaign)
      return client.invalidateQueries({ queryKey: campaignsQueryKeys.lists() })
    },
  })
}

/** What publishing the draft would change; asked anew each time it is looked at. */
export function useCampaignChanges(id: string, enabled: boolean) {
  return useQuery({
    queryKey: campaignsQueryKeys.detail(id, "changes"),
    queryFn: async ({ signal }) =>
      (await get<{ changes: CampaignChanges }>(`/campaigns/${id}/changes`, undefined, signal))
        .changes,
    staleTime: 0,
    enabled,
  })
}

function versionQuery(id: string, version: number) {
  return {
    queryKey: campaignsQueryKeys.detail(id, "version", { version }),
    queryFn: async ({ signal }: { signal: AbortSignal }) => {
      const path = `/campaigns/${id}/versions/${version}`
      return (await get<{ version: PublishedVersion }>(path, undefined, signal)).version
    },
    staleTime: Infinity,
  }
}

/** A version as it was published. */
export function usePublishedVersion(id: string, version: number, enabled: boolean) {
  return useQuery({ ...versionQuery(id, version), enabled })
}

/** Plans of several versions, as far as they have come. */
export function usePublishedVersions(id: string, versions: number[]) {
  return useQueries({
    queries: versions.map((version) => versionQuery(id, version)),
    combine: (answers) =>
      new Map(answers.flatMap(({ data }) => (data ? [[data.version, data.plan] as const] : []))),
  })
}

/** Makes the draft the live version, people inside moved to it or not. */
export function usePublishCampaign(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { move: boolean }) => post<Answer>(`/campaigns/${id}/publish`, body),
    onSuccess: () => client.invalidateQueries({ queryKey: campaignsQueryKeys.all }),
  })
}

/** Moves one person inside, skips their wait, or takes them out. */
export function useSteerPerson(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ enrollment, ...body }: Steering & { enrollment: string; at: string }) =>
      post(`/campaigns/${id}/people/${enrollment}`, body),
    onSettled: () =>
      client.invalidateQueries({ queryKey: campaignsQueryKeys.detail(id, "people") }),
  })
}

/** How the ways of a live split do. */
export function useSplit(id: string, step: string) {
  return useQuery({
    queryKey: campaignsQueryKeys.detail(id, "split", { step }),
    queryFn: async ({ signal }) =>
      (await get<{ split: SplitReport }>(`/campaigns/${id}/splits/${step}`, undefined, signal))
        .split,
    staleTime: 0,
  })
}

/** Sends everybody one way of a split from now on, or splits them again. */
export function useDecideSplit(id: string, step: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { way: string | null }) =>
      post<{ split: SplitReport }>(`/campaigns/${id}/splits/${step}`, body),
    onSuccess: () => client.invalidateQueries({ queryKey: campaignsQueryKeys.detail(id) }),
  })
}

export type CampaignAction = "pause" | "resume"

/** Pauses a campaign or lets it go on. */
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

/** What would become of people in a plan that need not be saved; nothing is sent. */
export function useSimulation(
  body: { campaign_id: string; plan: CampaignPlan; profile_id?: string },
  enabled: boolean
) {
  return useQuery({
    queryKey: [...campaignsQueryKeys.all, "simulate", body],
    queryFn: async ({ signal }) =>
      (await post<{ simulation: Simulation }>("/campaigns/simulate", body, signal)).simulation,
    staleTime: 0,
    enabled,
  })
}
