/** What stands between a browser and push messages, or `on` and `off`. */
type PushState = "on" | "off" | "denied" | "unsupported"
/** Who signs up: the customer's `token` of the Medusa store API, where it is no session cookie. */
type Proof = { token?: string }
type Global = { engage?: { visitorId?: () => string | undefined }; engagePush?: unknown }

const REFRESHED = "engage_push"

// The settings stand at the script's own tag; its address says where the server is.
const tag = document.currentScript as HTMLScriptElement
const { key = "", url = new URL(tag.src).origin, worker = "/engage-worker.js" } = tag.dataset
const visitor = () => (window as Global).engage?.visitorId?.()

function call(method: string, query = "", body?: object, token?: string): Promise<Response> {
  const headers: Record<string, string> = { "x-publishable-api-key": key }
  if (body) headers["content-type"] = "application/json"
  if (token) headers.authorization = `Bearer ${token}`
  return fetch(`${url}/store/engage/push${query}`, {
    method,
    headers,
    body: body && JSON.stringify(body),
  }).then((answer) => (answer.ok ? answer : Promise.reject(answer)))
}

const supported = () =>
  "serviceWorker" in navigator && "PushManager" in window && "Notification" in window

async function subscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration("/")
  return (await registration?.pushManager.getSubscription()) ?? null
}

async function state(): Promise<PushState> {
  if (!supported()) return "unsupported"
  if (Notification.permission === "denied") return "denied"
  return Notification.permission === "granted" && (await subscription()) ? "on" : "off"
}

/** Asks the visitor, and signs the browser up. Call it on a click: browsers ask at no other time. */
async function subscribe({ token }: Proof = {}): Promise<PushState> {
  if (!supported()) return "unsupported"
  const answer = await Notification.requestPermission()
  if (answer !== "granted") return answer === "denied" ? "denied" : "off"
  const { public_key } = await (await call("GET")).json()
  if (!public_key) return "unsupported"
  await navigator.serviceWorker.register(worker, { scope: "/" })
  const { pushManager } = await navigator.serviceWorker.ready
  const options = { userVisibleOnly: true, applicationServerKey: public_key as string }
  const made = await pushManager.subscribe(options).catch(async () => {
    // Signed up under another key, which the shop has no more.
    await (await pushManager.getSubscription())?.unsubscribe()
    return pushManager.subscribe(options)
  })
  await keep(made, token)
  return "on"
}

async function keep(made: PushSubscription, token?: string): Promise<void> {
  await call("POST", "", { subscription: made.toJSON(), visitor: visitor() }, token)
}

/** Signs the browser off. */
async function unsubscribe(): Promise<PushState> {
  const made = await subscription()
  if (made) {
    await made.unsubscribe()
    await call("DELETE", `?address=${encodeURIComponent(made.endpoint)}`)
  }
  return "off"
}

/** Browsers change their addresses at times, and people sign in: once a visit, the shop is told again. */
async function refresh(): Promise<void> {
  if (sessionStorage.getItem(REFRESHED) || (await state()) !== "on") return
  sessionStorage.setItem(REFRESHED, "1")
  const made = await subscription()
  if (made) await keep(made)
}

;(window as Global).engagePush = { state, subscribe, unsubscribe }
refresh().catch(() => {})
dispatchEvent(new Event("engage-push"))
