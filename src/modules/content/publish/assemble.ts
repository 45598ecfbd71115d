import { aroundLiquid } from "./mask"

const UNSUBSCRIBE = /\{\{-?\s*message\.unsubscribe_url\b/

const FOOTER = `
<div style="margin:32px auto 0;max-width:600px;padding:16px;font:12px/1.5 Arial,Helvetica,sans-serif;color:#6b7280;text-align:center">
{{ shop.name }}{% if shop.address %} &middot; {{ shop.address }}{% endif %}<br>
<a href="{{ message.unsubscribe_url }}" style="color:#6b7280">Unsubscribe</a> &middot;
<a href="{{ message.preferences_url }}" style="color:#6b7280">Preferences</a>
</div>
`

const TEXT_FOOTER = `

--
{{ shop.name }}{% if shop.address %}, {{ shop.address }}{% endif %}
Unsubscribe: {{ message.unsubscribe_url }}
`

const PIXEL = `<img src="{{ message.open_url }}" width="1" height="1" alt="" style="display:block;width:1px;height:1px;border:0">`

/** Adds the unsubscribe footer to an HTML template that has no unsubscribe link of its own. */
export function withFooter(html: string): string {
  return UNSUBSCRIBE.test(html) ? html : beforeEnd(html, FOOTER)
}

/** The same for a text part. */
export function withTextFooter(text: string): string {
  return UNSUBSCRIBE.test(text) ? text : text.trimEnd() + TEXT_FOOTER
}

/** Adds the line that says how to get no more to a text message that has no unsubscribe link of its own. */
export function withTextOptOut(text: string): string {
  return UNSUBSCRIBE.test(text) ? text : `${text.trimEnd()}\nStop: {{ message.unsubscribe_url }}`
}

/** Adds the open pixel, last thing in the body. */
export function withPixel(html: string): string {
  return beforeEnd(html, PIXEL)
}

/** Puts the preheader where mail programs take their preview line from: first, and hidden. */
export function withPreheader(html: string, preheader: string): string {
  if (!preheader.trim()) return html
  const escaped = aroundLiquid(preheader, (text) =>
    text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")
  )
  const span = `<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escaped}</div>`
  const body = /<body\b[^>]*>/i.exec(html)
  if (!body) return span + html
  const at = body.index + body[0].length
  return html.slice(0, at) + span + html.slice(at)
}

function beforeEnd(html: string, addition: string): string {
  const at = html.toLowerCase().lastIndexOf("</body")
  return at < 0 ? html + addition : html.slice(0, at) + addition + html.slice(at)
}
