import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { Constant, ConstantKind, ReadyTemplate, SavedBlock } from "../../../types/content"
import type { Preflight } from "../../../types/preflight"
import type { ProductScope } from "../../../types/product"
import type { Block } from "../../../types/document"
import { del, get, getFromShop, post } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"
import { type TemplateInput, templatesQueryKeys } from "./templates"

const constantsQueryKeys = queryKeys("constants")
const blocksQueryKeys = queryKeys("blocks")
const productsQueryKeys = queryKeys("message_products")

/** Values that messages share. */
export function useConstants() {
  return useQuery({
    queryKey: constantsQueryKeys.list(),
    queryFn: async ({ signal }) =>
      (await get<{ constants: Constant[] }>("/constants", undefined, signal)).constants,
  })
}

/** Adds a shared value. */
export function useCreateConstant() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: { key: string; label: string; kind: ConstantKind; value: string }) =>
      post("/constants", input),
    onSuccess: () => client.invalidateQueries({ queryKey: constantsQueryKeys.all }),
  })
}

/** Changes a shared value. */
export function useUpdateConstant() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ key, ...change }: { key: string; value?: string; label?: string }) =>
      post(`/constants/${key}`, change),
    onSuccess: () => client.invalidateQueries({ queryKey: constantsQueryKeys.all }),
  })
}

/** Deletes a shared value; the API refuses while a template uses it. */
export function useDeleteConstant() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (key: string) => del(`/constants/${key}`),
    onSuccess: () => client.invalidateQueries({ queryKey: constantsQueryKeys.all }),
  })
}

/** Blocks that were saved to be used again. */
export function useSavedBlocks() {
  return useQuery({
    queryKey: blocksQueryKeys.list(),
    queryFn: async ({ signal }) =>
      (await get<{ blocks: SavedBlock[] }>("/blocks", undefined, signal)).blocks,
  })
}

/** Saves a block to be used again. */
export function useCreateSavedBlock() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: { name: string; block: Block }) =>
      post<{ block: SavedBlock }>("/blocks", input),
    onSuccess: () => client.invalidateQueries({ queryKey: blocksQueryKeys.all }),
  })
}

/** Changes a saved block, and the templates that have it when `everywhere`. */
export function useUpdateSavedBlock() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...change }: { id: string; block: Block; everywhere: boolean }) =>
      post<{ block: SavedBlock; updated: number }>(`/blocks/${id}`, change),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: blocksQueryKeys.all }),
        client.invalidateQueries({ queryKey: templatesQueryKeys.lists() }),
      ]),
  })
}

/** The products that a message could show to one person, and some by their id. */
export function useMessageProducts(ids: string[], profileId: string | undefined) {
  const query = { ids: ids.join(","), profile_id: profileId }
  return useQuery({
    queryKey: productsQueryKeys.list(query),
    queryFn: async ({ signal }) =>
      (await get<{ products: ProductScope }>("/templates/products", query, signal)).products,
    placeholderData: keepPreviousData,
  })
}

export type ShopProduct = { id: string; title: string; thumbnail: string | null }

/** Products of the shop by title. */
export function useShopProducts(q: string, enabled: boolean) {
  const query = { q, limit: 20, fields: "id,title,thumbnail", status: "published" }
  return useQuery({
    queryKey: productsQueryKeys.list({ shop: q }),
    queryFn: async ({ signal }) =>
      (await getFromShop<{ products: ShopProduct[] }>("/products", query, signal)).products,
    placeholderData: keepPreviousData,
    enabled,
  })
}

/** What is wrong with a message before anybody gets it. */
export function usePreflight(content: Omit<TemplateInput, "name">) {
  return useQuery({
    queryKey: templatesQueryKeys.detail("preflight", "preflight", content),
    queryFn: ({ signal }) => post<Preflight>("/templates/preflight", content, signal),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 60_000,
  })
}

/** Finished messages to begin with. */
export function useReadyTemplates() {
  return useQuery({
    queryKey: templatesQueryKeys.list({ ready: true }),
    queryFn: async ({ signal }) =>
      (await get<{ templates: ReadyTemplate[] }>("/templates/gallery", undefined, signal))
        .templates,
  })
}
