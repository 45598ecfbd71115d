/** A message of the store API `GET /store/engage/messages`. */
export type InAppMessage = {
  id: string
  title: string
  text: string
  image: string
  link: string
  buttons: { label: string; url: string }[]
}

const CSS =
  ":host{all:initial}div{position:fixed;z-index:2147483000;right:16px;bottom:16px;width:320px;max-width:calc(100vw - 32px);box-sizing:border-box;overflow:hidden;border-radius:12px;background:#fff;color:#18181b;box-shadow:0 8px 30px #0003;font:15px/1.5 system-ui,sans-serif}img{display:block;width:100%;max-height:180px;object-fit:cover}section{padding:16px}h2{margin:0 28px 4px 0;font-size:16px}p{margin:0;white-space:pre-line}a{display:inline-block;margin:12px 8px 0 0;padding:7px 14px;border-radius:8px;background:#18181b;color:#fff;text-decoration:none}h2 a{margin:0;padding:0;background:none!important;color:inherit!important;text-decoration:underline}button{position:absolute;top:8px;right:8px;width:32px;height:32px;border:0;border-radius:50%;background:#fffc;color:inherit;font-size:20px;line-height:1;cursor:pointer}@media(prefers-color-scheme:dark){div{background:#27272a;color:#fafafa}a{background:#fafafa;color:#18181b}button{background:#27272acc}}"

/** Shows a message in a corner of the page, apart from its styles; `told` hears what the visitor does with it. */
export function showMessage(message: InAppMessage, told: (action: string) => void): void {
  const host = document.createElement("engage-message")
  const root = host.attachShadow({ mode: "open" })
  const make = (tag: string, parent: Node, props: Record<string, unknown> = {}) =>
    parent.appendChild(Object.assign(document.createElement(tag), props))
  make("style", root, { textContent: CSS })
  const box = make("div", root)
  box.setAttribute("role", "dialog")
  box.setAttribute("aria-label", message.title)
  if (web(message.image)) make("img", box, { src: message.image, alt: "" })
  const body = make("section", box)
  const head = make("h2", body)
  const { link, buttons } = message
  const press = (parent: Node, label: string, url: string) =>
    make("a", parent, { textContent: label, href: url, onclick: () => told("clicked") })
  if (web(link)) press(head, message.title, link)
  else head.textContent = message.title
  make("p", body, { textContent: message.text })
  for (const { label, url } of buttons) if (web(url)) press(body, label, url)
  const close = make("button", box, {
    textContent: "×",
    onclick: () => {
      told("dismissed")
      host.remove()
    },
  })
  close.setAttribute("aria-label", "Close")
  document.body.append(host)
  told("seen")
}

/** Whether an address may stand in a page: no scripts. */
const web = (url: string) => /^https?:/i.test(url)
