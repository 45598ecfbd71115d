import { createVerify, generateKeyPairSync } from "node:crypto"
import { z } from "@medusajs/framework/zod"
import type { Answer, Call } from "./fake-api"

/**
 * What Firebase promises of its HTTP v1 API (reference of November 2026): messages:send with one token, errors as
 * google.rpc.Status with an FcmError among the details; tokens by a JWT of the service account.
 * https://firebase.google.com/docs/reference/fcm/rest/v1/projects.messages,
 * https://firebase.google.com/docs/cloud-messaging/error-codes,
 * https://developers.google.com/identity/protocols/oauth2/service-account
 */
const pair = generateKeyPairSync("rsa", { modulusLength: 2048 })

export const FCM_ACCOUNT = {
  project_id: "shop-1",
  client_email: "push@shop-1.iam.gserviceaccount.com",
  private_key: pair.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
}

const message = z.strictObject({
  token: z.string().min(1),
  notification: z.strictObject({
    title: z.string(),
    body: z.string(),
    image: z.url().optional(),
  }),
  // "data" takes strings only.
  data: z.record(z.string(), z.string()),
  android: z.strictObject({
    ttl: z.string().regex(/^\d+(\.\d{1,9})?s$/),
    notification: z.strictObject({ tag: z.string() }),
  }),
  apns: z.strictObject({ headers: z.record(z.string(), z.string()) }),
})

const problem = (code: number, status: string, errorCode?: string) => ({
  status: code,
  body: {
    error: {
      code,
      status,
      message: `It is ${status}`,
      details: errorCode
        ? [{ "@type": "type.googleapis.com/google.firebase.fcm.v1.FcmError", errorCode }]
        : [],
    },
  },
})

/** Answers as Google's token server and Firebase do. */
export function fcmApi(call: Call): Answer {
  if (call.path === "/token") return token(String(call.body), String(call.headers.host))
  if (call.path !== "/v1/projects/shop-1/messages:send") return problem(404, "NOT_FOUND")
  if (call.headers.authorization !== "Bearer ya29.token") return problem(401, "UNAUTHENTICATED")
  const parsed = z.strictObject({ message }).safeParse(call.body)
  if (!parsed.success) return problem(400, "INVALID_ARGUMENT", "INVALID_ARGUMENT")
  const to = parsed.data.message.token
  if (to === "gone") return problem(404, "NOT_FOUND", "UNREGISTERED")
  if (to === "other") return problem(403, "PERMISSION_DENIED", "SENDER_ID_MISMATCH")
  return { status: 200, body: { name: `projects/shop-1/messages/${to}` } }
}

function token(body: string, host: string): Answer {
  const form = new URLSearchParams(body)
  const [head, claims, signature] = (form.get("assertion") ?? "").split(".")
  const good = createVerify("RSA-SHA256")
    .update(`${head}.${claims}`)
    .verify(pair.publicKey, signature, "base64url")
  const { iss, scope, aud, iat, exp } = JSON.parse(
    Buffer.from(claims, "base64url").toString("utf8")
  )
  const right =
    form.get("grant_type") === "urn:ietf:params:oauth:grant-type:jwt-bearer" &&
    iss === FCM_ACCOUNT.client_email &&
    scope === "https://www.googleapis.com/auth/firebase.messaging" &&
    aud === `http://${host}/token` &&
    exp - iat <= 3_600
  if (!good || !right) return { status: 400, body: { error: "invalid_grant" } }
  return {
    status: 200,
    body: { access_token: "ya29.token", expires_in: 3_599, token_type: "Bearer" },
  }
}
