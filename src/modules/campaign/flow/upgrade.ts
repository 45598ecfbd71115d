type Steps = Record<string, unknown>
type Old = { version: 1; steps: Steps }

/**
 * A graph as it is written now. In version 1, what let people in was asked by a step `condition`; it is part of `filter`
 * since. What is no graph is left to be refused.
 */
export function upgraded(graph: unknown): unknown {
  if (!isOld(graph)) return graph
  const steps = Object.entries(graph.steps).map(([id, step]) => [id, upgradedStep(step)])
  return { ...graph, version: 2, steps: Object.fromEntries(steps) }
}

function isOld(graph: unknown): graph is Old {
  const { version, steps } = (graph ?? {}) as Partial<Old>
  return version === 1 && typeof steps === "object" && steps !== null
}

function upgradedStep(step: unknown): unknown {
  const { type } = (step ?? {}) as { type?: unknown }
  return type === "condition" ? { ...(step as Steps), type: "filter", rules: null } : step
}
