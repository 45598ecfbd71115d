/** Cache keys of one resource, in the shape the dashboard itself uses, so that lists and details invalidate apart. */
export function queryKeys<Key extends string>(resource: Key) {
  const all = [`engage_${resource}`] as const
  return {
    all,
    lists: () => [...all, "list"] as const,
    list: (query?: object) => [...all, "list", query ?? {}] as const,
    details: () => [...all, "detail"] as const,
    detail: (id: string, part = "self", query?: object) =>
      [...all, "detail", id, part, query ?? {}] as const,
  }
}
