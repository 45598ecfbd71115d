import { keepPreviousData, type QueryKey, useInfiniteQuery } from "@tanstack/react-query"
import type { Page } from "../../types/common"
import { get, type Query } from "../lib/client"

/** A list of the API, page after page as its cursor leads on; what was shown stays until the new is there. */
export function usePages<Name extends string, Row>(queryKey: QueryKey, path: string, query: Query) {
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      get<Page<Name, Row>>(path, { ...query, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}
