/** What every page of the storefront shares: the store API, the cart, where the visitor came from, and small helpers. */
const { publishableKey, region } = document.body.dataset
const CART_KEY = "regency-cart"
const ORIGIN_KEY = "regency-origin"
const LOGIN_KEY = "regency-login"
const CART_FIELDS =
  "id,email,total,item_total,shipping_total,currency_code,metadata,*items,*shipping_methods"

export const regionId = region
export const main = document.getElementById("main")

/** Tells the tracker; until its script is there, the calls wait in a list. */
export function engage(name, ...args) {
  const tracker = window.engage
  return Array.isArray(tracker) ? void tracker.push([name, ...args]) : tracker[name](...args)
}

/** The line of a cart as the tracker knows products. */
export const asProduct = (item) => ({
  product_id: item.product_id,
  name: item.product_title ?? item.title,
  price: item.unit_price,
  quantity: item.quantity,
})

/** The token of the customer who is signed in, or null. */
export const loginToken = () => localStorage.getItem(LOGIN_KEY)
export const keepLogin = (token) => localStorage.setItem(LOGIN_KEY, token)
export const forgetLogin = () => localStorage.removeItem(LOGIN_KEY)

/** Calls the store API; throws an Error with the API's own message and the `status` of the answer. */
export async function store(path, body) {
  return call(`/store${path}`, body, loginToken())
}

/** Calls any route of the shop; `token` is a customer's login. */
export async function call(path, body, token) {
  const response = await fetch(path, {
    method: body === undefined ? "GET" : "POST",
    headers: {
      "content-type": "application/json",
      "x-publishable-api-key": publishableKey,
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  const answer = await response.json().catch(() => ({}))
  if (!response.ok) {
    const message = answer.message ?? `The shop answered ${response.status}`
    throw Object.assign(new Error(message), { status: response.status })
  }
  return answer
}

/** The visitor's open cart, or undefined. One whose answer does not come, as when the page is left meanwhile, is kept. */
export async function currentCart() {
  const id = localStorage.getItem(CART_KEY)
  if (!id) {
    return undefined
  }
  try {
    const { cart } = await store(`/carts/${id}?fields=${CART_FIELDS},completed_at`)
    return cart.completed_at ? forgetCart() : cart
  } catch (error) {
    if (error.status === 404) return forgetCart()
    throw error
  }
}

export function forgetCart() {
  localStorage.removeItem(CART_KEY)
  return undefined
}

/** Puts a variant into the cart, which is made when there is none. */
export async function addToCart(variantId, quantity) {
  const cart = (await currentCart()) ?? (await createCart())
  const { cart: updated } = await store(`/carts/${cart.id}/line-items`, {
    variant_id: variantId,
    quantity,
  })
  showCount(updated)
}

async function createCart() {
  const { cart } = await store("/carts", {
    region_id: region,
    metadata: { ...origin(), ...visitor() },
  })
  localStorage.setItem(CART_KEY, cart.id)
  return cart
}

/** The tracker's visitor, for a cart's metadata: by it an order finds its visit. */
export function visitor() {
  const id = engage("visitorId")
  return typeof id === "string" ? { engage_visitor_id: id } : {}
}

/** Takes back the cart that the link of a message leads to. */
async function restoreCart() {
  const address = new URL(location.href)
  const token = address.searchParams.get("engage_cart")
  if (!token) {
    return
  }
  const { cart } = await store(`/engage/carts/${encodeURIComponent(token)}`).catch(() => ({}))
  if (cart) {
    localStorage.setItem(CART_KEY, cart.id)
  }
  address.searchParams.delete("engage_cart")
  history.replaceState(history.state, "", address)
}

/** The utm_* values of the latest visit that had any. */
function origin() {
  return JSON.parse(localStorage.getItem(ORIGIN_KEY) ?? "{}")
}

/** Keeps the utm_* values of the address, and tells an open cart, from which they reach the order. */
async function rememberOrigin() {
  const found = Object.fromEntries(
    [...new URLSearchParams(location.search)].filter(([key]) => key.startsWith("utm_"))
  )
  if (Object.keys(found).length === 0) {
    return
  }
  localStorage.setItem(ORIGIN_KEY, JSON.stringify(found))
  const cart = await currentCart()
  if (cart) {
    await store(`/carts/${cart.id}`, { metadata: { ...cart.metadata, ...found } })
  }
}

export function showCount(cart) {
  const count = (cart?.items ?? []).reduce((sum, item) => sum + item.quantity, 0)
  const badge = document.getElementById("cart-count")
  badge.textContent = String(count)
  badge.hidden = count === 0
}

/** Markup with every inserted value escaped, unless it is markup itself. */
export function html(parts, ...values) {
  const text = parts.reduce((all, part, index) => all + render(values[index - 1]) + part)
  return { markup: text, toString: () => text }
}

function render(value) {
  if (Array.isArray(value)) {
    return value.map(render).join("")
  }
  if (value?.markup !== undefined) {
    return value.markup
  }
  return String(value ?? "").replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)
}

export function show(content, title) {
  main.innerHTML = content.markup
  if (title) {
    document.title = `${title} · Regency Gifts`
  }
}

export function money(amount, currency = "gbp") {
  return new Intl.NumberFormat("en-GB", { style: "currency", currency }).format(amount)
}

/** Runs a page and shows what went wrong instead of an empty one. */
export async function run(page) {
  try {
    await restoreCart()
    await rememberOrigin()
    await page()
  } catch (error) {
    show(
      html`<h1>Something went wrong</h1>
        <p class="error">${error.message}</p>
        <p><a href="/storefront">Back to the shop</a></p>`
    )
  }
  // The page stands without it.
  currentCart().then(showCount).catch(console.warn)
}
