import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { Page } from "../../../types/common"
import type { ProfileDetail } from "../../../types/profile"
import type {
  EmailTypo,
  EmailTypoPerson,
  QualityChange,
  QualityField,
  QualityProblem,
  QualityReport,
  QualityRule,
  QualityRuleItem,
  QualityRun,
  TypoDecision,
} from "../../../types/quality"
import { get, post } from "../../lib/client"
import { keepRows } from "../../lib/keep-rows"
import { queryKeys } from "../../lib/query-keys"

const qualityQueryKeys = queryKeys("quality")
const BUSY = ["waiting", "running", "undoing"]

type ListQuery = { limit: number; cursor?: string }

/** Whether a run is still at work. */
export const isBusy = (run: QualityRun) => BUSY.includes(run.state)

/** How good everybody's contact data is. */
export function useQuality() {
  return useQuery({
    queryKey: qualityQueryKeys.detail("report"),
    queryFn: ({ signal }) => get<QualityReport>("/quality", undefined, signal),
    staleTime: 0,
  })
}

/** The rules, with their last check and repair. */
export function useQualityRules() {
  return useQuery({
    queryKey: qualityQueryKeys.list({ of: "rules" }),
    queryFn: async ({ signal }) =>
      (await get<{ rules: QualityRuleItem[] }>("/quality/rules", undefined, signal)).rules,
    staleTime: 0,
  })
}

/** Checks and repairs, latest first; asked for again while one of them is at work. */
export function useQualityRuns(query: ListQuery) {
  return useQuery({
    queryKey: qualityQueryKeys.list({ of: "runs", ...query }),
    queryFn: ({ signal }) => get<Page<"runs", QualityRun>>("/quality/runs", query, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.runs.some(isBusy) ? 1_000 : false),
  })
}

/** One run with how many people it changes in each field; asked for again every second while it is at work. */
export function useQualityRun(id: string) {
  return useQuery({
    queryKey: qualityQueryKeys.detail(id),
    queryFn: ({ signal }) =>
      get<{ run: QualityRun; fields: { field: QualityField; people: number }[] }>(
        `/quality/runs/${id}`,
        undefined,
        signal
      ),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data && isBusy(state.data.run) ? 1_000 : false),
  })
}

/** What a run changes; `stage` changes when it has to be asked for again. */
export function useQualityChanges(
  id: string,
  stage: string,
  query: ListQuery & { field?: string }
) {
  return useQuery({
    queryKey: qualityQueryKeys.detail(id, "changes", { stage, ...query }),
    queryFn: ({ signal }) =>
      get<Page<"changes", QualityChange>>(`/quality/runs/${id}/changes`, query, signal),
    placeholderData: keepPreviousData,
  })
}

/** Domains that may be slips of the hand. */
export function useTypos(query: ListQuery & { state: "open" | "decided" }) {
  return useQuery({
    queryKey: qualityQueryKeys.list({ of: "typos", ...query }),
    queryFn: ({ signal }) => get<Page<"typos", EmailTypo>>("/quality/typos", query, signal),
    placeholderData: keepRows,
    staleTime: 0,
  })
}

/** The first people with such a domain. */
export function useTypoPeople(domain: string) {
  return useQuery({
    queryKey: qualityQueryKeys.detail(domain, "people"),
    queryFn: ({ signal }) =>
      get<Page<"people", EmailTypoPerson>>(
        `/quality/typos/${encodeURIComponent(domain)}/people`,
        { limit: 100 },
        signal
      ),
    staleTime: 0,
  })
}

function useQualityMutation<Input, Answer>(run: (input: Input) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: run,
    onSuccess: () => client.invalidateQueries({ queryKey: qualityQueryKeys.all }),
  })
}

/** Switches a rule, or changes its numbers. */
export function useChangeRule() {
  return useQualityMutation(
    ({
      rule,
      ...change
    }: {
      rule: QualityRule
      enabled?: boolean
      count?: number
      days?: number
    }) => post<{ rules: QualityRuleItem[] }>(`/quality/rules/${rule}`, change)
  )
}

/** Starts a check or a repair. */
export function useStartRun() {
  return useQualityMutation(
    async (input: Pick<QualityRun, "kind" | "rules">) =>
      (await post<{ run: QualityRun }>("/quality/runs", input)).run
  )
}

/** Stops a run or takes it back. */
export function useSteerRun(id: string) {
  return useQualityMutation((action: "cancel" | "undo") =>
    post<{ run: QualityRun }>(`/quality/runs/${id}/${action}`)
  )
}

/** Decides on a suggestion for everybody with the domain. */
export function useDecideTypo() {
  return useQualityMutation(
    ({ domain, decision }: { domain: string; decision: TypoDecision | null }) =>
      post(`/quality/typos/${encodeURIComponent(domain)}`, { decision })
  )
}

/** Decides on the suggestion for one person. */
export function useDecideTypoOf() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ profileId, decision }: { profileId: string; decision: TypoDecision | null }) =>
      post<{ profile: ProfileDetail }>(`/profiles/${profileId}/typo`, { decision }),
    onSuccess: () => client.invalidateQueries(),
  })
}

/** Reads one person's contact data anew. */
export function useRecheck(profileId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => post<{ profile: ProfileDetail }>(`/profiles/${profileId}/recheck`),
    onSuccess: () => client.invalidateQueries(),
  })
}

/** Reads everybody anew whose address cannot be used for one reason. */
export function useRecheckProblem() {
  return useQualityMutation((problem: QualityProblem) =>
    post<{ people: number }>("/quality/problems/recheck", problem)
  )
}
