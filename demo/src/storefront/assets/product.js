import { addToCart, engage, html, main, money, regionId, run, show, store } from "./shop.js"

const handle = decodeURIComponent(location.pathname.split("/").pop())

run(async () => {
  const search = new URLSearchParams({
    handle,
    region_id: regionId,
    fields:
      "id,title,handle,thumbnail,description,*categories,*variants.calculated_price,variants.sku",
  })
  const { products } = await store(`/products?${search}`)
  const product = products[0]
  if (!product) {
    show(
      html`<h1>This product is not sold any more</h1>
        <p><a href="/storefront">See all products</a></p>`,
      "Not found"
    )
    return
  }
  const variant = product.variants[0]
  const price = variant?.calculated_price?.calculated_amount
  const seen = {
    product_id: product.id,
    name: product.title,
    category: product.categories?.[0]?.name,
    price,
  }
  engage("product", seen)
  show(
    html`<article class="product">
      <img src="${product.thumbnail}" alt="" width="480" height="480" />
      <div>
        <h1>${product.title}</h1>
        <p class="price large">${price === undefined ? "Not for sale" : money(price)}</p>
        <form id="buy">
          <label
            >Quantity <input type="number" name="quantity" value="1" min="1" max="999" required
          /></label>
          <button ${price === undefined ? "disabled" : ""}>Add to basket</button>
        </form>
        <p class="hint" id="added" role="status"></p>
        <p class="hint">Stock code ${variant?.sku}. Standard delivery in 2 to 4 days.</p>
      </div>
    </article>`,
    product.title
  )
  main.querySelector("#buy").onsubmit = async (event) => {
    event.preventDefault()
    const status = document.getElementById("added")
    const button = event.target.querySelector("button")
    button.disabled = true
    try {
      const quantity = Number(new FormData(event.target).get("quantity"))
      await addToCart(variant.id, quantity)
      engage("added", { ...seen, quantity })
      status.innerHTML = 'Added. <a href="/storefront/cart">See your basket</a>'
    } catch (error) {
      status.textContent = error.message
    }
    button.disabled = false
  }
})
