import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { TestList, TestLists } from "../../../types/test-list"
import { get, post } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"

const testListsQueryKeys = queryKeys("test_lists")

/** Lists of addresses that tests are sent to. */
export function useTestLists() {
  return useQuery({
    queryKey: testListsQueryKeys.all,
    queryFn: async ({ signal }) => (await get<TestLists>("/test-lists", undefined, signal)).lists,
  })
}

/** Sets all of them. */
export function useSaveTestLists() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (lists: TestList[]) => post<TestLists>("/test-lists", { lists }),
    onSuccess: () => client.invalidateQueries({ queryKey: testListsQueryKeys.all }),
  })
}
