declare module "web-push" {
  type Subscription = { endpoint: string; keys: { p256dh: string; auth: string } }
  type RequestOptions = {
    TTL: number
    topic?: string
    urgency?: "very-low" | "low" | "normal" | "high"
    contentEncoding: "aes128gcm"
  }
  export function generateRequestDetails(
    subscription: Subscription,
    payload: string,
    options: RequestOptions
  ): { method: "POST"; endpoint: string; headers: Record<string, string | number>; body: Buffer }
  /** @param expiration - Unix seconds */
  export function getVapidHeaders(
    audience: string,
    subject: string,
    publicKey: string,
    privateKey: string,
    contentEncoding: "aes128gcm",
    expiration: number
  ): { Authorization: string }
}
