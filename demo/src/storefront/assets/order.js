import { html, money, run, show, store } from "./shop.js"

const id = decodeURIComponent(location.pathname.split("/").pop())

run(async () => {
  const { order } = await store(
    `/orders/${encodeURIComponent(id)}?fields=id,display_id,email,total,shipping_total,*items`
  )
  const row = (item) =>
    html`<li class="line">
      <img src="${item.thumbnail}" alt="" width="64" height="64" />
      <span>${item.title}</span><span>× ${item.quantity}</span>
      <span class="price">${money(item.unit_price * item.quantity)}</span>
    </li>`
  show(
    html`<h1>Thank you for your order</h1>
      <p>
        Order <strong id="order-number">#${order.display_id}</strong>, confirmed to ${order.email}.
      </p>
      <ul class="lines">
        ${order.items.map(row)}
      </ul>
      <p class="sum"><span>Delivery</span><span>${money(order.shipping_total)}</span></p>
      <p class="sum"><span>Total</span><strong>${money(order.total)}</strong></p>
      <p><a class="button" href="/storefront">Back to the shop</a></p>`
  )
})
