import type { MedusaResponse } from "@medusajs/framework/http"

/** The key of the seeded sales channel; public by nature, as in every storefront. */
const PUBLISHABLE_KEY = "pk_engage_demo_storefront"
const REGION = "reg_demo_uk"

/** The pages of the storefront; each has a script of its name in assets/. */
export type Page = "list" | "product" | "cart" | "checkout" | "order" | "account"

/**
 * Answers with the storefront's frame; the page's script fills it from the store API.
 * @param page which script runs
 * @param title the first title, until the script knows better
 */
export function sendPage(res: MedusaResponse, page: Page, title: string): void {
  res.type("html").send(`<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title} · Regency Gifts</title>
    <link rel="icon" href="/storefront/thumbnails/regency-gifts.svg">
    <link rel="stylesheet" href="/storefront/assets/shop.css">
    <script>window.engage = window.engage || []</script>
    <script async src="/engage/t/engage.js" data-key="${PUBLISHABLE_KEY}" data-messages></script>
    <script async src="/engage/t/push.js" data-key="${PUBLISHABLE_KEY}" data-worker="/engage/t/push-worker.js"></script>
  </head>
  <body data-publishable-key="${PUBLISHABLE_KEY}" data-region="${REGION}">
    <header class="bar">
      <a class="brand" href="/storefront">Regency Gifts</a>
      <form class="search" action="/storefront" role="search">
        <input type="search" name="q" placeholder="Search gifts" aria-label="Search gifts">
      </form>
      <a class="account-link" href="/storefront/account">Account</a>
      <a class="cart-link" href="/storefront/cart">Basket <span class="count" id="cart-count" hidden></span></a>
    </header>
    <main id="main" aria-live="polite"><p class="hint">Loading …</p></main>
    <footer class="foot">
      <form class="sign-up" id="sign-up">
        <h2>Letters from the shop</h2>
        <label>E-mail<input name="reader" type="email" autocomplete="email" required></label>
        <label>Birthday, if you like<input name="born" type="date" autocomplete="bday"></label>
        <button>Sign up</button>
        <p class="hint" role="status"></p>
      </form>
      <button class="news" id="push" aria-pressed="false" hidden>Tell me about news</button>
      <p>A demo shop. Nothing is charged and nothing is delivered.</p>
    </footer>
    <script type="module" src="/storefront/assets/${page}.js"></script>
    <script type="module" src="/storefront/assets/push.js"></script>
    <script type="module" src="/storefront/assets/sign-up.js"></script>
  </body>
</html>`)
}
