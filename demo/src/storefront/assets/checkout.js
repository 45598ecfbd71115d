import {
  currentCart,
  engage,
  forgetCart,
  html,
  main,
  money,
  run,
  show,
  store,
  visitor,
} from "./shop.js"

const FIELDS = [
  ["email", "E-mail", "email", "email"],
  ["first_name", "First name", "text", "given-name"],
  ["last_name", "Last name", "text", "family-name"],
  ["address_1", "Street and number", "text", "street-address"],
  ["city", "Town", "text", "address-level2"],
  ["postal_code", "Postcode", "text", "postal-code"],
]

function field([name, label, type, complete]) {
  return html`<label
    >${label}<input name="${name}" type="${type}" autocomplete="${complete}" required
  /></label>`
}

/** Address, delivery, payment, order: the calls a Medusa storefront makes, in their order. */
async function placeOrder(cart, { email, ...address }) {
  await store(`/carts/${cart.id}`, {
    email,
    shipping_address: { ...address, country_code: "gb" },
    metadata: { ...cart.metadata, ...visitor() },
  })
  const { shipping_options } = await store(`/shipping-options?cart_id=${cart.id}`)
  if (shipping_options.length === 0) {
    throw new Error("There is no delivery to this address")
  }
  await store(`/carts/${cart.id}/shipping-methods`, { option_id: shipping_options[0].id })
  const { payment_collection } = await store("/payment-collections", { cart_id: cart.id })
  await store(`/payment-collections/${payment_collection.id}/payment-sessions`, {
    provider_id: "pp_system_default",
  })
  const result = await store(`/carts/${cart.id}/complete`, {})
  if (result.type !== "order") {
    throw new Error(result.error?.message ?? "The order was not accepted")
  }
  return result.order
}

run(async () => {
  const cart = await currentCart()
  if (!cart || cart.items.length === 0) {
    location.replace("/storefront/cart")
    return
  }
  const { shipping_options } = await store(`/shipping-options?cart_id=${cart.id}`)
  const delivery = shipping_options[0]
  engage("checkout", cart.item_total)
  show(
    html`<h1>Checkout</h1>
      <form class="checkout">
        <fieldset>
          <legend>Where to</legend>
          ${FIELDS.map(field)}
          <p class="hint">United Kingdom</p>
        </fieldset>
        <fieldset>
          <legend>Summary</legend>
          <p class="sum"><span>Goods</span><span>${money(cart.item_total)}</span></p>
          <p class="sum"><span>${delivery.name}</span><span>${money(delivery.amount)}</span></p>
          <p class="sum">
            <span>To pay</span><strong>${money(cart.item_total + delivery.amount)}</strong>
          </p>
          <p class="hint">This demo charges nothing.</p>
          <button>Place order</button>
          <p class="error" role="alert"></p>
        </fieldset>
      </form>`
  )
  const form = main.querySelector("form")
  // Whoever leaves now can be reminded of the basket.
  let reminded = Promise.resolve()
  form.elements.email.onchange = ({ target }) => {
    if (!target.validity.valid) return
    reminded = store(`/carts/${cart.id}`, { email: target.value }).catch(() => {})
  }
  form.onsubmit = async (event) => {
    event.preventDefault()
    const button = form.querySelector("button")
    button.disabled = true
    try {
      await reminded
      const order = await placeOrder(cart, Object.fromEntries(new FormData(form)))
      engage("track", "Order Completed", { order_id: order.id, total: order.total })
      forgetCart()
      location.assign(`/storefront/orders/${order.id}`)
    } catch (error) {
      form.querySelector(".error").textContent = error.message
      button.disabled = false
    }
  }
})
