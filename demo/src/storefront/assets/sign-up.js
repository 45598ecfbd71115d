import { store } from "./shop.js"

const form = document.getElementById("sign-up")
const status = form.querySelector("[role=status]")

/** Asks for letters. Nobody is subscribed before they press the button of the mail that follows. */
form.onsubmit = async (event) => {
  event.preventDefault()
  const { reader: email, born: birthday } = Object.fromEntries(new FormData(form))
  const body = {
    email,
    topics: ["news"],
    text_version: "footer-1",
    ...(birthday && { attributes: { birthday } }),
  }
  try {
    await store("/engage/subscribe", body)
    status.textContent = "Nearly done: we have sent you an e-mail. Press its button and you are in."
    form.reset()
  } catch (error) {
    status.textContent = error.message
  }
}
