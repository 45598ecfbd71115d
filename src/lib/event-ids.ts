/** The ids that an event of Medusa names: `{id}`, `{id: [...]}`, `{order_id}` or a list of these. */
export function eventIds(data: unknown): string[] {
  if (Array.isArray(data)) return data.flatMap(eventIds)
  if (typeof data !== "object" || data === null) return []
  const { order_id, id } = data as { order_id?: unknown; id?: unknown }
  const value = order_id ?? id
  return (Array.isArray(value) ? value : [value]).filter((v): v is string => typeof v === "string")
}
