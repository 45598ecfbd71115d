import { loginToken } from "./shop.js"

const button = document.getElementById("push")
const WORDS = {
  on: "You hear about news from us",
  off: "Tell me about news",
  denied: "Your browser blocks our news",
}

/** Shows whether the browser takes push messages, once the plugin's script is there. */
function show(state) {
  button.hidden = state === "unsupported"
  button.textContent = WORDS[state]
  button.disabled = state === "denied"
  button.setAttribute("aria-pressed", String(state === "on"))
}

button.onclick = async () => {
  const { engagePush } = window
  const on = (await engagePush.state()) === "on"
  const token = loginToken() ?? undefined
  show(
    await (on ? engagePush.unsubscribe() : engagePush.subscribe({ token })).catch(() => "denied")
  )
}

const begin = () => window.engagePush?.state().then(show)
addEventListener("engage-push", begin)
begin()
