import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { Page } from "../../../types/common"
import type { Attachment } from "../../../types/content"
import type { StoredFile, UnusedFiles } from "../../../types/stored-file"
import { get, post, upload } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"

const filesQueryKeys = queryKeys("files")

/** One page of what was uploaded for messages, and how much of all of it nothing uses. */
export function useFiles(query: { unused?: true; lost?: true; limit?: number; cursor?: string }) {
  return useQuery({
    queryKey: filesQueryKeys.list(query),
    queryFn: ({ signal }) =>
      get<Page<"files", StoredFile> & { unused: UnusedFiles }>("/files", query, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

/** Deletes those of some files that nothing uses. */
export function useCleanUpFiles() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (ids: string[]) =>
      post<{ deleted: string[]; kept: string[] }>("/files/clean-up", { ids }),
    onSuccess: () => client.invalidateQueries({ queryKey: filesQueryKeys.all }),
  })
}

/** Puts a file back that cannot be read any more. */
export function usePutFileBack(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (file: File) => {
      const form = new FormData()
      form.append("file", file, file.name)
      return upload<{ attachment: Attachment }>(`/files/${id}`, form)
    },
    onSuccess: () => client.invalidateQueries({ queryKey: filesQueryKeys.all }),
  })
}
