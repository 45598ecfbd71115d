import Medusa from "@medusajs/js-sdk"
import type { Picture } from "../../types/stored-file"

// The dashboard that hosts us defines these three at build time, and signs in with the same values.
const sdk = new Medusa({
  baseUrl: __BACKEND_URL__ ?? "/",
  auth: {
    type: __AUTH_TYPE__ ?? "session",
    jwtTokenStorageKey: __JWT_TOKEN_STORAGE_KEY__ || undefined,
  },
})

/** Where Medusa answers, without a slash at the end. */
export const backendUrl = () =>
  new URL(__BACKEND_URL__ ?? "/", window.location.origin).href.replace(/\/+$/, "")

export type Query = Record<string, string | number | boolean | undefined | null>

const known = (query: Query | undefined) =>
  Object.fromEntries(
    Object.entries(query ?? {}).filter(
      ([, value]) => value !== undefined && value !== null && value !== ""
    )
  )

/**
 * Reads from `/admin/engage`; empty query values are left out.
 * @throws FetchError with the API's own message
 */
export function get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  return sdk.client.fetch<T>(`/admin/engage${path}`, { query: known(query), signal })
}

/**
 * Writes to `/admin/engage`.
 * @throws FetchError with the API's own message
 */
export function post<T>(path: string, body: object = {}, signal?: AbortSignal): Promise<T> {
  return sdk.client.fetch<T>(`/admin/engage${path}`, { method: "POST", body, signal })
}

/**
 * Deletes below `/admin/engage`.
 * @throws FetchError with the API's own message
 */
export function del<T>(path: string): Promise<T> {
  return sdk.client.fetch<T>(`/admin/engage${path}`, { method: "DELETE" })
}

/**
 * Sends a form with a file to `/admin/engage`.
 * @throws FetchError with the API's own message
 */
export function upload<T>(path: string, form: FormData): Promise<T> {
  // Without a content type the browser writes its own, with the boundary between the parts.
  const headers = { "content-type": null }
  return sdk.client.fetch<T>(`/admin/engage${path}`, { method: "POST", body: form, headers })
}

/**
 * Reads from Medusa's own admin API, e.g. `/products`.
 * @throws FetchError with the API's own message
 */
export function getFromShop<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  return sdk.client.fetch<T>(`/admin${path}`, { query: known(query), signal })
}

/**
 * Puts a picture for messages where the shop keeps its files.
 * @returns its public address
 * @throws FetchError with the API's own message
 */
export async function uploadPicture(file: File): Promise<string> {
  const form = new FormData()
  form.append("file", file, file.name)
  return (await upload<{ picture: Picture }>("/pictures", form)).picture.url
}

/** Where the browser can save a file from, by the API's path. */
export function fileUrl(path: string): string {
  return new URL(path, new URL(__BACKEND_URL__ ?? "/", window.location.origin)).toString()
}
