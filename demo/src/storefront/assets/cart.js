import { currentCart, html, main, money, run, show, showCount, store } from "./shop.js"

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
    return
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
      const item = input.closest(".line").dataset.item
      await store(`/carts/${cart.id}/line-items/${item}`, { quantity: Number(input.value) })
      await draw()
    }
  }
}

run(draw)
