import {
  call,
  engage,
  forgetLogin,
  html,
  keepLogin,
  loginToken,
  main,
  run,
  show,
  store,
} from "./shop.js"
import { showPlace } from "./place.js"

const PROVIDER = "/auth/customer/emailpass"

/** Signs in, or makes an account first, and tells the tracker who the visitor is, with the login as proof. */
async function enter({ email, password, first_name, last_name }, isNew) {
  if (isNew) {
    const { token } = await call(`${PROVIDER}/register`, { email, password })
    await call("/store/customers", { email, first_name, last_name }, token)
  }
  const { token } = await call(PROVIDER, { email, password })
  keepLogin(token)
  const { customer } = await store("/customers/me")
  engage("identify", customer.id, { email: customer.email }, { token })
  engage("track", isNew ? "Account Created" : "Signed In")
}

function form(id, title, fields, button) {
  return html`<form id="${id}" class="account">
    <fieldset>
      <legend>${title}</legend>
      ${fields.map(
        ([name, label, type, complete]) =>
          html`<label
            >${label}<input
              name="${name}"
              type="${type}"
              autocomplete="${complete}"
              minlength="${type === "password" ? 8 : 1}"
              required
          /></label>`
      )}
      <button>${button}</button>
      <p class="error" role="alert"></p>
    </fieldset>
  </form>`
}

const NAMES = [
  ["first_name", "First name", "text", "given-name"],
  ["last_name", "Last name", "text", "family-name"],
]
const EMAIL = ["email", "E-mail", "email", "email"]

function showForms() {
  show(
    html`<h1>Your account</h1>
      <div class="accounts">
        ${form("login", "Sign in", [EMAIL, ["password", "Password", "password", "current-password"]], "Sign in")}
        ${form("register", "Make an account", [...NAMES, EMAIL, ["password", "Password", "password", "new-password"]], "Make an account")}
      </div>`
  )
  for (const element of main.querySelectorAll("form.account")) {
    element.onsubmit = async (event) => {
      event.preventDefault()
      try {
        await enter(Object.fromEntries(new FormData(element)), element.id === "register")
        await draw()
      } catch (error) {
        element.querySelector(".error").textContent = error.message
      }
    }
  }
}

async function draw() {
  const me = loginToken() && (await store("/customers/me").catch(() => undefined))
  if (!me) {
    forgetLogin()
    showForms()
    return
  }
  show(
    html`<h1>Hello ${me.customer.first_name}</h1>
      <p>You are signed in as <strong id="signed-in">${me.customer.email}</strong>.</p>
      <div id="messages"></div>
      <p id="whatsapp" hidden><a>Get our offers on WhatsApp</a></p>
      <p><button class="quiet" id="logout">Sign out</button></p>`
  )
  document.getElementById("logout").onclick = async () => {
    engage("reset")
    forgetLogin()
    await draw()
  }
  // The page stands without these, and does not wait for them.
  showPlace("account-page", document.getElementById("messages")).catch(console.warn)
  offerWhatsapp(document.getElementById("whatsapp")).catch(console.warn)
}

/** The link by which they agree to WhatsApp messages from their own phone; nothing where the shop has no number for it. */
async function offerWhatsapp(line) {
  const { url } = await store("/engage/whatsapp")
  line.hidden = !url
  line.querySelector("a").href = url ?? ""
}

run(draw)
