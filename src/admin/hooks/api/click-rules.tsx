import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { ClickRule } from "../../../types/event"
import { del, get, post } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"

const clickRulesQueryKeys = queryKeys("click-rules")
const LIVE_MS = 5_000

export type ClickRuleInput = Pick<ClickRule, "name" | "selector" | "page" | "keep_text">

/** The rules that make events of clicks; asked for again every few seconds, so that one can be tried. */
export function useClickRules() {
  return useQuery({
    queryKey: clickRulesQueryKeys.list(),
    queryFn: async ({ signal }) =>
      (await get<{ rules: ClickRule[] }>("/click-rules", undefined, signal)).rules,
    staleTime: 0,
    refetchInterval: LIVE_MS,
  })
}

function useClickRuleAction<Input>(run: (input: Input) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: run,
    onSuccess: () => client.invalidateQueries({ queryKey: clickRulesQueryKeys.all }),
  })
}

/** Makes a rule, or changes the one with the id. */
export const useSaveClickRule = () =>
  useClickRuleAction(({ id, ...input }: ClickRuleInput & { id?: string }) =>
    post(id ? `/click-rules/${id}` : "/click-rules", input)
  )

/** Switches a rule on or off. */
export const useSwitchClickRule = () =>
  useClickRuleAction(({ id, active }: Pick<ClickRule, "id" | "active">) =>
    post(`/click-rules/${id}`, { active })
  )

/** Deletes a rule. */
export const useDeleteClickRule = () =>
  useClickRuleAction((id: string) => del(`/click-rules/${id}`))
