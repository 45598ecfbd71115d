import { type ClickRule, clicked } from "./clicks"
import { Dwell } from "./dwell"
import { arriving, decorate, PARAM } from "./linker"
import { forget, keep, keepConsent, newId, recall, recallConsent, type State } from "./memory"
import { type InAppMessage, showMessage } from "./messages"
import { onClick, onMove, onSight } from "./page"
import type { Options, Product, Properties, QueuedEvent } from "./types"
import { goOn } from "./visit"

const SEND_AFTER_MS = 800
const MAX_QUEUE = 100
const MAX_SEND = 20
const MAX_RETRY_MS = 60_000
const MESSAGE_PARAM = "eng_m"

/** Records what happens in a storefront and sends it to Engage. The calls are those of the Segment and RudderStack spec. */
export class Tracker {
  private state: State | undefined
  private held: QueuedEvent[] = []
  private timer: ReturnType<typeof setTimeout> | undefined
  private retry = 0
  private allowed: boolean
  private from?: string
  private who?: { customer_id?: string; email?: string }
  private token?: string
  private proof?: string
  private rules: ClickRule[] = []
  private dwell = new Dwell()

  constructor(private readonly options: Options) {
    this.allowed = recallConsent() ?? options.consent !== "required"
    if (this.allowed) this.begin()
    this.proof = new URL(location.href).searchParams.get(MESSAGE_PARAM) ?? undefined
    this.tidyAddress()
    this.listen()
    if (options.auto !== false) this.page()
    if (this.proof) this.soon()
    this.messages()
  }

  /** Records a page view; by itself on each page and each address of a single-page shop, unless `auto` is off. */
  page(name?: string, properties: Properties = {}): void {
    this.spent()
    this.show({})
    const path = location.pathname
    this.track("Page Viewed", {
      name,
      path,
      title: document.title,
      section: path.split("/")[1] || undefined,
      search: location.search || undefined,
      referrer: this.from ?? (document.referrer || undefined),
      ...properties,
    })
    this.from = location.href
  }

  /** Records anything by a name of your own. */
  track(name: string, properties: Properties = {}): void {
    const event = { n: name, t: Date.now(), m: newId(), p: properties }
    if (!this.state) {
      if (this.held.length < MAX_QUEUE) this.held.push(event)
      return
    }
    goOn(this.state)
    this.state.q.push(event)
    this.state.q.splice(0, this.state.q.length - MAX_QUEUE)
    keep(this.state)
    this.soon()
  }

  /**
   * Says who the visitor is. It is believed with the customer's `token` of the Medusa store API (or its session cookie);
   * without, only as far as the shop's option `tracker.trustIdentify` goes.
   */
  identify(
    userId?: string | null,
    traits: { email?: string } = {},
    proof: { token?: string } = {}
  ) {
    this.who = { customer_id: userId || undefined, email: traits.email }
    this.token = proof.token
    this.soon()
  }

  /** Another name for the same visitor; as `identify`. */
  alias(userId: string): void {
    this.identify(userId)
  }

  /** Forgets who this is: call it at logout. The next visitor of this browser is somebody new. */
  reset(): void {
    this.flush(true)
    this.who = this.token = undefined
    if (!this.state) return
    this.state = { v: newId(), q: [] }
    keep(this.state)
  }

  /** What the visitor answered to being recorded. Before a yes nothing is stored or sent; a no forgets everything. */
  consent(given: boolean): void {
    keepConsent(given)
    this.allowed = given
    if (given && !this.state) {
      this.begin()
      for (const event of this.held.splice(0)) this.state!.q.push(event)
      goOn(this.state!)
      this.soon()
    }
    if (!given) {
      clearTimeout(this.timer)
      this.state = undefined
      this.held = []
      forget()
    }
  }

  product(product: Product) {
    this.show({ product_id: product.product_id, category: product.category })
    this.track("Product Viewed", product)
  }
  category(category: string, properties: Properties = {}) {
    this.show({ category })
    this.track("Product List Viewed", { category, ...properties })
  }
  search(query: string, results?: number) {
    this.track("Products Searched", { query, results })
  }
  added(product: Product) {
    this.track("Product Added", product)
  }
  removed(product: Product) {
    this.track("Product Removed", product)
  }
  /** The cart as it stands: its lines and total. */
  cart(products: Product[], total?: number) {
    this.track("Cart Viewed", { products, total })
  }
  checkout(total?: number) {
    this.track("Checkout Started", { total })
  }

  /** The visitor's id: put it into the cart's metadata as `engage_visitor_id`, and the order finds its visit. */
  visitorId(): string | undefined {
    return this.state?.v
  }

  /** An address with the visitor in it, for links to another listed domain that a script follows. */
  link(href: string): string {
    const { state, options } = this
    if (!state) return href
    return decorate(href, state.v, location.host, options.domains ?? [], Date.now())
  }

  /** Shows the oldest message that waits for the visitor, unless one is shown already. */
  private messages(): void {
    const { state, options } = this
    if (!options.messages || !state) return
    this.store<{ messages: InAppMessage[] }>(`messages?visitor=${state.v}&place=corner`).then(
      ({ messages: [message] }) => {
        if (!message || document.querySelector("engage-message")) return
        showMessage(message, (action) => this.store(`messages/${message.id}/${action}`, "POST"))
      },
      () => {}
    )
  }

  /** Tells for how many seconds a product or category was seen. */
  private spent(): void {
    const seen = this.dwell.take()
    if (seen) this.track("Time Spent", seen)
  }

  private show(shown: Properties): void {
    this.spent()
    this.dwell.begin({ path: location.pathname, ...shown })
  }

  /** The page goes out of sight, perhaps for good. */
  private leave(): void {
    this.spent()
    this.flush(true)
  }

  /** Calls the store API of Engage. */
  private store<T>(path: string, method?: string): Promise<T> {
    const { url = "", key } = this.options
    return fetch(`${url}/store/engage/${path}`, {
      method,
      headers: { "x-publishable-api-key": key },
      keepalive: true,
    }).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer)))
  }

  private begin(): void {
    const stored = recall()
    const visitor = arriving(
      new URL(location.href),
      document.referrer,
      this.options.domains ?? [],
      Date.now()
    )
    this.state = visitor && visitor !== stored.v ? { v: visitor, q: stored.q } : stored
    this.learn()
  }

  /** Asks which clicks are events. */
  private learn(): void {
    fetch(`${this.options.url ?? ""}/engage/t/rules`)
      .then((answer) => answer.json())
      .then(
        ({ rules = [] }) => (this.rules = rules),
        () => {}
      )
  }

  private soon(wait = SEND_AFTER_MS): void {
    if (!this.state) return
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.flush(false), wait)
  }

  /** Sends what waits. On leaving, the browser is handed the request, since no answer will find the page. */
  private flush(leaving: boolean): void {
    const { state, options } = this
    if (!state || !this.allowed) return
    clearTimeout(this.timer)
    goOn(state)
    const events = state.q.slice(0, MAX_SEND)
    const { who, token, proof } = this
    if (!events.length && !leaving && !who && !proof) return
    const body = JSON.stringify({
      key: options.key,
      visitor: state.v,
      visit: { id: state.s!.id, ...state.s!.origin, g: navigator.language, z: zone() },
      sent: Date.now(),
      events,
      who,
      proof,
    })
    const url = `${options.url ?? ""}/engage/t/events`
    const done = () => {
      this.retry = 0
      if (who || proof) this.messages()
      if (this.who === who) this.who = this.token = undefined
      if (this.proof === proof) this.proof = undefined
      state.q = state.q.filter((event) => !events.includes(event))
      if (this.state === state) keep(state)
      if (state.q.length) this.soon(0)
    }
    if (leaving && !token && navigator.sendBeacon?.(url, body)) return done()
    const headers: Record<string, string> = { "content-type": "text/plain" }
    if (token) headers.authorization = `Bearer ${token}`
    fetch(url, { method: "POST", body, headers, keepalive: true }).then(
      (answer) => {
        // Refused for good (4xx but 429): sending it again would change nothing.
        if (answer.ok || (answer.status < 500 && answer.status !== 429)) done()
        else this.later()
      },
      () => this.later()
    )
  }

  private later(): void {
    this.soon(Math.min(MAX_RETRY_MS, 1000 * 2 ** this.retry++))
  }

  /** What carried the visitor here must not be copied on with the address. */
  private tidyAddress(): void {
    const url = new URL(location.href)
    if (!url.searchParams.has(PARAM) && !this.proof) return
    url.searchParams.delete(PARAM)
    url.searchParams.delete(MESSAGE_PARAM)
    history.replaceState(history.state, "", url)
  }

  private listen(): void {
    onSight({ lost: () => this.leave(), back: () => this.dwell.resume() })
    onClick((on) => {
      if (this.state)
        for (const { name, properties } of clicked(on, this.rules, location.href))
          this.track(name, properties)
      const anchor = on.closest?.("a")
      if (anchor?.href && this.options.domains) anchor.href = this.link(anchor.href)
    })
    if (this.options.auto !== false) onMove(() => this.page())
  }
}

/** The browser's IANA time zone; old browsers do not tell. */
function zone(): string | undefined {
  return Intl.DateTimeFormat?.().resolvedOptions().timeZone
}
