import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { Brake, ContactPolicy, ContactRule, ControlReport } from "../../../types/policy"
import { del, get, post } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"

const policyQueryKeys = queryKeys("policy")

export type RuleInput = Omit<ContactRule, "id" | "updated_at">

/** The rules of contact and the control group. */
export function usePolicy() {
  return useQuery({
    queryKey: policyQueryKeys.list(),
    queryFn: ({ signal }) => get<ContactPolicy>("/policy", undefined, signal),
  })
}

/** What people who may be written to bought more than those of the control group. */
export function useControlReport() {
  return useQuery({
    queryKey: policyQueryKeys.detail("control-group"),
    queryFn: async ({ signal }) =>
      (await get<{ report: ControlReport }>("/policy/control-group/report", undefined, signal))
        .report,
  })
}

function usePolicyChange<Input>(change: (input: Input) => Promise<unknown>) {
  const client = useQueryClient()
  // A rule changes what every review says.
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries() })
}

/** Adds a rule, or changes the one with this id. */
export function useSaveRule(id?: string) {
  return usePolicyChange((rule: Partial<RuleInput>) =>
    post<ContactPolicy>(id ? `/policy/rules/${id}` : "/policy/rules", rule)
  )
}

/** Takes a rule away. */
export function useDeleteRule() {
  return usePolicyChange((id: string) => del(`/policy/rules/${id}`))
}

/** Sets when a broadcast is stopped by itself. */
export function useSaveBrake() {
  return usePolicyChange((brake: Brake) => post<ContactPolicy>("/policy/brake", brake))
}

/** Sets how many people are never written to. */
export function useSaveControlGroup() {
  return usePolicyChange((input: { percent: number; redraw?: boolean }) =>
    post<ContactPolicy>("/policy/control-group", input)
  )
}
