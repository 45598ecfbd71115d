import { useEffect, useRef } from "react"
import { type NavigateOptions, useLocation, useSearchParams } from "react-router-dom"

/**
 * The state of a list, kept in the URL: search, order, page size, cursor and other filters. The cursors of the pages
 * before this one travel in the history entry, so "previous" works although the API only pages forward.
 */
export function useListParams(defaults: { order?: string; limit?: number } = {}) {
  const [params, setParams] = useSearchParams()
  const location = useLocation()
  const trail: string[] = location.state?.cursors ?? []
  const cursor = params.get("cursor") ?? ""

  // The URL follows a change only after a render, and the next change ends a navigation that is under way: what comes
  // in between has to build on what is wanted, not on what the URL still says.
  const wanted = useRef(params)
  useEffect(() => {
    wanted.current = params
  }, [params])

  const set = (changes: Record<string, string | undefined>, options?: NavigateOptions) => {
    const after = new URLSearchParams(wanted.current)
    for (const [key, value] of Object.entries(changes)) {
      if (value) after.set(key, value)
      else after.delete(key)
    }
    wanted.current = after
    setParams(after, options)
  }

  const change = (changes: Record<string, string | undefined>) =>
    set({ cursor: undefined, ...changes })

  const go = (to: string, cursors: string[]) => set({ cursor: to }, { state: { cursors } })

  /** Sets or clears one parameter and stays on the page. */
  const open = (key: string, value: string | undefined) =>
    set({ [key]: value }, { state: location.state })

  return {
    open,
    q: params.get("q") ?? "",
    order: params.get("order") ?? defaults.order,
    limit: Number(params.get("limit")) || (defaults.limit ?? 25),
    cursor: cursor || undefined,
    param: (key: string) => params.get(key) ?? undefined,
    change,
    page: trail.length + 1,
    next: (to: string) => go(to, [...trail, cursor]),
    previous: cursor ? () => go(trail.at(-1) ?? "", trail.slice(0, -1)) : undefined,
  }
}

export type ListParams = ReturnType<typeof useListParams>
