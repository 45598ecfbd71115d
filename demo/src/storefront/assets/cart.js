import {
  asProduct,
  currentCart,
  engage,
  html,
  main,
  money,
  run,
  show,
  showCount,
  store,
} from "./shop.js"

function row(item) {
  return html`<li class="line" data-item="${item.id}">
    <img src="${item.thumbnail}" alt="" width="64" height="64" />
    <a href="/storefront/products/${item.product_handle}">${item.title}</a>
    <label
      ><span class="unseen">Quantity</span
      ><input type="number" value="${item.quantity}" min="0" max="999"
    /></label>
    <span class="price">${money(item.unit_price * item.quantity)}</span>
  </li>`
}

async function draw() {
  const cart = await currentCart()
  showCount(cart)
  if (!cart || cart.items.length === 0) {
    show(
      html`<h1>Your basket is empty</h1>
        <p><a href="/storefront">Find a gift</a></p>`
    )
    return undefined
  }
  show(
    html`<h1>Your basket</h1>
      <ul class="lines">
        ${cart.items.map(row)}
      </ul>
      <p class="sum"><span>Goods</span><strong>${money(cart.item_total)}</strong></p>
      <p><a class="button" href="/storefront/checkout">Go to checkout</a></p>
      <p class="hint">Set a quantity to 0 to take a product out.</p>`
  )
  for (const input of main.querySelectorAll(".line input")) {
    input.onchange = async () => {
      const id = input.closest(".line").dataset.item
      const item = cart.items.find((line) => line.id === id)
      const quantity = Number(input.value)
      await store(`/carts/${cart.id}/line-items/${id}`, { quantity })
      const change = quantity - item.quantity
      engage(change > 0 ? "added" : "removed", { ...asProduct(item), quantity: Math.abs(change) })
      await draw()
    }
  }
  return cart
}

run(async () => {
  const cart = await draw()
  if (cart) {
    engage("cart", cart.items.map(asProduct), cart.item_total)
  }
})
