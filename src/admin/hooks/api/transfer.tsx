import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { Page } from "../../../types/common"
import type {
  Export,
  ExportFormat,
  ExportKindKey,
  Import,
  ImportKindInfo,
  ImportKindKey,
  ImportMapping,
  ImportOutcome,
  ImportRow,
  ImportSettings,
} from "../../../types/transfer"
import { del, get, post, upload } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"

const importsQueryKeys = queryKeys("imports")
const exportsQueryKeys = queryKeys("exports")
const BUSY = ["checking", "running", "undoing"]

type ListQuery = { limit: number; cursor?: string }
type OneImport = { import: Import }

/** Imports, latest first; asked for again while one of them is at work. */
export function useImports(query: ListQuery) {
  return useQuery({
    queryKey: importsQueryKeys.list(query),
    queryFn: ({ signal }) => get<Page<"imports", Import>>("/imports", query, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.imports.some((one) => BUSY.includes(one.status)) ? 1_000 : false,
  })
}

/** One import; asked for again every second while it is at work. */
export function useImport(id: string) {
  return useQuery({
    queryKey: importsQueryKeys.detail(id),
    queryFn: async ({ signal }) =>
      (await get<OneImport>(`/imports/${id}`, undefined, signal)).import,
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data && BUSY.includes(state.data.status) ? 1_000 : false,
  })
}

/** What files can bring in. */
export function useImportKinds() {
  return useQuery({
    queryKey: importsQueryKeys.list({ of: "kinds" }),
    queryFn: async ({ signal }) =>
      (await get<{ kinds: ImportKindInfo[] }>("/imports/kinds", undefined, signal)).kinds,
  })
}

/** The first rows with an outcome, or of the file; `stage` changes when they have to be asked for again. */
export function useImportRows(id: string, outcome: ImportOutcome | undefined, stage: string) {
  return useQuery({
    queryKey: importsQueryKeys.detail(id, "rows", { outcome, stage }),
    queryFn: async ({ signal }) =>
      (await get<{ rows: ImportRow[] }>(`/imports/${id}/rows`, { outcome, limit: 25 }, signal))
        .rows,
    placeholderData: keepPreviousData,
  })
}

function useImportMutation<Input>(run: (input: Input) => Promise<OneImport>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: run,
    onSuccess: () => client.invalidateQueries({ queryKey: importsQueryKeys.all }),
  })
}

/** Sends a file; the answer is the import that waits for its columns to be mapped. */
export function useUpload() {
  return useImportMutation(({ kind, file }: { kind: ImportKindKey; file: File }) => {
    const form = new FormData()
    form.append("kind", kind)
    form.append("file", file, file.name)
    return upload<OneImport>("/imports", form)
  })
}

/** Says which column is which field. */
export function useMapImport(id: string) {
  return useImportMutation((body: { mapping: ImportMapping; settings: ImportSettings }) =>
    post<OneImport>(`/imports/${id}`, body)
  )
}

/** Checks, starts, cancels or undoes an import. */
export function useSteerImport(id: string) {
  return useImportMutation((action: "check" | "start" | "cancel" | "undo") =>
    post<OneImport>(`/imports/${id}/${action}`)
  )
}

/** Deletes an import with its uploaded rows. Its page is still open, so only the list is asked for again. */
export function useDeleteImport(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => del(`/imports/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: importsQueryKeys.lists() }),
  })
}

/** Who exported what, latest first. */
export function useExports(query: ListQuery) {
  return useQuery({
    queryKey: exportsQueryKeys.list(query),
    queryFn: ({ signal }) => get<Page<"exports", Export>>("/exports", query, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

/** Makes an export; its file is read under the answer's `url`. */
export function useCreateExport() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (input: { kind: ExportKindKey; format: ExportFormat; segment_id?: string }) =>
      (await post<{ export: Export }>("/exports", input)).export,
    onSuccess: () => client.invalidateQueries({ queryKey: exportsQueryKeys.all }),
  })
}
