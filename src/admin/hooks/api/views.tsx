import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { ListView, ViewedList } from "../../../types/list-view"
import { del, get, post } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"

const viewsQueryKeys = queryKeys("views")

/** The saved views of a list: one's own, and those that others share. */
export function useViews(list: ViewedList) {
  return useQuery({
    queryKey: viewsQueryKeys.list({ list }),
    queryFn: async ({ signal }) =>
      (await get<{ views: ListView[] }>("/views", { list }, signal)).views,
  })
}

function useViewAction<Input>(run: (input: Input) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: run,
    onSuccess: () => client.invalidateQueries({ queryKey: viewsQueryKeys.all }),
  })
}

/** Saves a view; one of the same name becomes this one. */
export const useSaveView = () =>
  useViewAction((view: Omit<ListView, "id" | "mine">) => post("/views", view))

/** Shows a view of one's own to everybody, or to nobody else. */
export const useShareView = () =>
  useViewAction(({ id, shared }: Pick<ListView, "id" | "shared">) =>
    post(`/views/${id}`, { shared })
  )

/** Deletes a view of one's own. */
export const useDeleteView = () => useViewAction((id: string) => del(`/views/${id}`))
