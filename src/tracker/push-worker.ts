/** As the server sends it, encrypted for this browser. */
type Payload = {
  /** Where to tell what became of the message. */
  report: string
  title: string
  body: string
  image?: string
  link?: string
  buttons: { title: string; url: string }[]
}
type Shown = { data: Payload; close(): void }
type Life = { waitUntil(work: Promise<unknown>): void }
type Pushed = Life & { data: { json(): Payload } | null }
type Touched = Life & { notification: Shown; action: string }

/** The part of a service worker's world that is used here. */
type World = {
  addEventListener(name: "push", heard: (event: Pushed) => void): void
  addEventListener(
    name: "notificationclick" | "notificationclose",
    heard: (event: Touched) => void
  ): void
  addEventListener(name: "install" | "activate", heard: (event: Life) => void): void
  skipWaiting(): Promise<void>
  registration: { showNotification(title: string, options: object): Promise<void> }
  clients: { openWindow(url: string): Promise<unknown>; claim(): Promise<void> }
}
const world = self as unknown as World

const tell = ({ report }: Payload, what: string) =>
  fetch(`${report}/${what}`, { method: "POST", mode: "no-cors", keepalive: true }).catch(() => {})

world.addEventListener("install", (event) => event.waitUntil(world.skipWaiting()))
world.addEventListener("activate", (event) => event.waitUntil(world.clients.claim()))

world.addEventListener("push", (event) => {
  const message = event.data?.json()
  if (!message) return
  const { title, body, image, buttons, report } = message
  const actions = buttons.map((button, i) => ({ action: String(i), title: button.title }))
  // The same message once more takes the place of the first.
  const options = { body, image, actions, data: message, tag: report }
  event.waitUntil(
    world.registration.showNotification(title, options).then(() => tell(message, "shown"))
  )
})

world.addEventListener("notificationclick", (event) => {
  const { data: message } = event.notification
  event.notification.close()
  const url = event.action ? message.buttons[Number(event.action)]?.url : message.link
  event.waitUntil(Promise.all([tell(message, "opened"), world.clients.openWindow(url || "/")]))
})

world.addEventListener("notificationclose", (event) =>
  event.waitUntil(tell(event.notification.data, "dismissed"))
)
