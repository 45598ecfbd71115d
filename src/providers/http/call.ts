const TIMEOUT_MS = 30_000

/** Errors of a connection that was never made: the request cannot have arrived. */
const NEVER_ARRIVED = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "ERR_TLS_CERT_ALTNAME_INVALID",
])

/** What came of a request to a provider's API. */
export type HttpOutcome =
  | { kind: "answer"; status: number; headers: Headers; body: unknown }
  /** It never arrived. */
  | { kind: "unreachable"; error: string }
  /** It may have arrived, and nobody knows what became of it. */
  | { kind: "unknown"; error: string }

/** Calls a provider's API, by POST unless said otherwise. Follows no redirect: an API that moved has to be configured anew. */
export async function callApi(
  url: string,
  request: { method?: string; headers: Record<string, string>; body?: string | Buffer },
  timeoutMs = TIMEOUT_MS
): Promise<HttpOutcome> {
  try {
    const response = await fetch(url, {
      method: "POST",
      ...request,
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    })
    return {
      kind: "answer",
      status: response.status,
      headers: response.headers,
      body: parse(await response.text()),
    }
  } catch (error) {
    const { message, code } = causeOf(error)
    return { kind: NEVER_ARRIVED.has(code) ? "unreachable" : "unknown", error: message }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** fetch wraps what the network said, and several attempts at one host in a list of errors. */
function causeOf(error: unknown): { message: string; code: string } {
  const outer = error as Error & {
    code?: string
    cause?: Error & { code?: string; errors?: Error[] }
  }
  const cause = outer.cause ?? outer
  const first = (cause as { errors?: (Error & { code?: string })[] }).errors?.[0] ?? cause
  const code = first.code ?? ""
  return { message: [code, first.message].filter(Boolean).join(" "), code }
}
