/**
 * For a list's `placeholderData`: its rows stay until the answer to the next question is there. That there were none is
 * said only of what was asked: of anything else it would be wrong.
 */
export function keepRows<Answer>(previous: Answer | undefined): Answer | undefined {
  const rows = Object.values(previous ?? {}).find(Array.isArray)
  return rows?.length ? previous : undefined
}
