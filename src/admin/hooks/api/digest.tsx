import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { Digest, DigestSettings } from "../../../types/digest"
import { get, post } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"

const digestQueryKeys = queryKeys("digest")

type Answer = { digest: Digest; settings: DigestSettings }

/** What changed in the last full week, and who is told of it when. */
export function useDigest() {
  return useQuery({
    queryKey: digestQueryKeys.detail("week"),
    queryFn: ({ signal }) => get<Answer>("/digest", undefined, signal),
  })
}

/** Chooses the day on which a week ends and who is told. */
export function useSaveDigest() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (settings: DigestSettings) => post<Answer>("/digest", settings),
    onSuccess: () => client.invalidateQueries({ queryKey: digestQueryKeys.all }),
  })
}
