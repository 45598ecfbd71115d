import { createSign } from "node:crypto"
import { callApi, type HttpOutcome } from "../http/call"

/** What the key file of a Google service account says. */
export type ServiceAccount = {
  project_id: string
  client_email: string
  private_key: string
  token_uri: string
}

const SCOPE = "https://www.googleapis.com/auth/firebase.messaging"
const SIGNED_FOR_S = 3_600
/** A token is asked for anew this long before it ends. */
const AHEAD_MS = 60_000

/** The access token of a service account, asked for as seldom as may be (RFC 7523). */
export class AccessToken {
  private token?: { value: string; until: number }
  private asking?: Promise<string | HttpOutcome>

  constructor(private readonly account: ServiceAccount) {}

  /** @returns the token, or what came of asking for it when there is none */
  get(now = Date.now()): Promise<string | HttpOutcome> {
    if (this.token && this.token.until > now) return Promise.resolve(this.token.value)
    this.asking ??= this.ask(now).finally(() => (this.asking = undefined))
    return this.asking
  }

  /** The token was refused: the next call asks for another. */
  drop(): void {
    this.token = undefined
  }

  private async ask(now: number): Promise<string | HttpOutcome> {
    const body = new URLSearchParams({
      grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
      assertion: assertion(this.account, Math.floor(now / 1_000)),
    })
    const outcome = await callApi(this.account.token_uri, {
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: body.toString(),
    })
    if (outcome.kind !== "answer" || outcome.status !== 200) return outcome
    const { access_token, expires_in = SIGNED_FOR_S } = outcome.body as {
      access_token: string
      expires_in?: number
    }
    this.token = { value: access_token, until: now + expires_in * 1_000 - AHEAD_MS }
    return access_token
  }
}

function assertion({ client_email, private_key, token_uri }: ServiceAccount, now: number): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url")
  const claims = {
    iss: client_email,
    scope: SCOPE,
    aud: token_uri,
    iat: now,
    exp: now + SIGNED_FOR_S,
  }
  const text = `${part({ alg: "RS256", typ: "JWT" })}.${part(claims)}`
  return `${text}.${createSign("RSA-SHA256").update(text).sign(private_key, "base64url")}`
}
