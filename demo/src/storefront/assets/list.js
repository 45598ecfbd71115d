import { engage, html, main, money, regionId, run, show, store } from "./shop.js"

const PAGE = 24
const query = new URLSearchParams(location.search).get("q") ?? ""

function card(product) {
  const price = product.variants[0]?.calculated_price?.calculated_amount
  return html`<li>
    <a class="card" href="/storefront/products/${product.handle}">
      <img src="${product.thumbnail}" alt="" width="200" height="200" loading="lazy" />
      <span class="name">${product.title}</span>
      <span class="price">${price === undefined ? "Not for sale" : money(price)}</span>
    </a>
  </li>`
}

async function load(offset) {
  const search = new URLSearchParams({
    region_id: regionId,
    limit: String(PAGE),
    offset: String(offset),
    order: "title",
    fields: "id,title,handle,thumbnail,*variants.calculated_price",
  })
  if (query) {
    search.set("q", query)
  }
  return store(`/products?${search}`)
}

async function more(offset) {
  const { products, count } = await load(offset)
  main.querySelector(".grid").insertAdjacentHTML("beforeend", products.map(card).join(""))
  const next = offset + products.length
  const button = main.querySelector(".more")
  button.hidden = next >= count || products.length === 0
  button.onclick = () => more(next)
  return count
}

run(async () => {
  document.querySelector(".search input").value = query
  const title = query ? `Results for “${query}”` : "Gifts for every home"
  show(
    html`<h1>${title}</h1>
      <p class="hint" id="found"></p>
      <ul class="grid"></ul>
      <button class="more quiet" hidden>Show more</button>`,
    title
  )
  const count = await more(0)
  if (query) {
    engage("search", query, count)
  } else {
    engage("category", "All gifts")
  }
  document.getElementById("found").textContent =
    count === 0 ? "Nothing found. Try another word." : `${count.toLocaleString("en-GB")} products`
})
