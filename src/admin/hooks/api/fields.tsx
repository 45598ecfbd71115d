import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { Field, FieldCandidate, FieldUsage } from "../../../types/field"
import { del, get, post } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"

const fieldsQueryKeys = queryKeys("fields")

/** What a new field needs; the server fills in the rest. */
export type NewField = Pick<Field, "scope" | "key" | "label" | "type"> &
  Partial<Pick<Field, "description" | "options" | "metadata_key" | "visible">>

/** The shop's own fields. */
export function useFields() {
  return useQuery({
    queryKey: fieldsQueryKeys.list(),
    queryFn: async ({ signal }) =>
      (await get<{ fields: Field[] }>("/fields", undefined, signal)).fields,
  })
}

/** Keys of Medusa's metadata that could become fields. */
export function useFieldCandidates() {
  return useQuery({
    queryKey: fieldsQueryKeys.list({ discover: true }),
    queryFn: async ({ signal }) =>
      (await get<{ candidates: FieldCandidate[] }>("/fields/discover", undefined, signal))
        .candidates,
  })
}

/** Where a field is used. */
export function useFieldUsage(id: string) {
  return useQuery({
    queryKey: fieldsQueryKeys.detail(id, "usage"),
    queryFn: async ({ signal }) =>
      (await get<{ usage: FieldUsage }>(`/fields/${id}/usage`, undefined, signal)).usage,
    staleTime: 0,
  })
}

/** Registers a field, or with an id changes how it is shown. */
export function useSaveField(id?: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (field: Partial<NewField>) =>
      post<{ field: Field }>(id ? `/fields/${id}` : "/fields", field),
    onSuccess: () => client.invalidateQueries(),
  })
}

/** Puts the fields of one scope in an order; the table shows it at once. */
export function useOrderFields() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (ids: string[]) => post<{ fields: Field[] }>("/fields/order", { ids }),
    onMutate: (ids) => {
      const place = (field: Field) => ids.indexOf(field.id)
      client.setQueryData<Field[]>(fieldsQueryKeys.list(), (fields) => {
        const moved = fields?.filter((field) => place(field) >= 0)
        const sorted = moved?.sort((a, b) => place(a) - place(b))
        return fields?.map((field) => (place(field) < 0 ? field : sorted!.shift()!))
      })
    },
    onSettled: () => client.invalidateQueries(),
  })
}

/** Removes a field with all its values. */
export function useDeleteField(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => del(`/fields/${id}`),
    onSuccess: () => client.invalidateQueries(),
  })
}
