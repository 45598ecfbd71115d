/** Messages of the shop that belong to one place of a page, in the storefront's own look. */
import { engage, html, store } from "./shop.js"

/** Shows what waits for the visitor in a place, as the template's "Place in the shop" names it. */
export async function showPlace(name, element) {
  const visitor = engage("visitorId")
  const search = new URLSearchParams({ place: name, ...(visitor && { visitor }) })
  const { messages } = await store(`/engage/messages?${search}`)
  element.innerHTML = messages.map((message) => card(message).markup).join("")
  for (const [index, { id, seen, link }] of messages.entries()) {
    const told = (what) => store(`/engage/messages/${id}/${what}`, {})
    if (!seen) {
      await told("seen")
    }
    const shown = element.children[index]
    shown.querySelector("button").onclick = async () => {
      await told("dismissed")
      shown.remove()
    }
    if (link) {
      shown.querySelector("a").onclick = () => void told("clicked")
    }
  }
}

function card({ title, text, image, link }) {
  return html`<article class="message" aria-label="${title}">
    ${image ? html`<img src="${image}" alt="" />` : ""}
    <div>
      <h2>${title}</h2>
      <p>${text}</p>
      ${link ? html`<a href="${link}">Have a look</a>` : ""}
    </div>
    <button class="quiet" aria-label="Close: ${title}">×</button>
  </article>`
}
