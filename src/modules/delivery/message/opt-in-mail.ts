import type { EngageOptions } from "../../../lib/options"
import type { ContentParts } from "../../content/parts"

/** The mail that asks somebody to confirm, in the shop's name. */
export function optInMail({ sender, publicUrl }: EngageOptions, token: string): ContentParts {
  const url = `${publicUrl.replace(/\/$/, "")}/engage/confirm/${token}`
  return {
    subject: "Please confirm your subscription",
    preheader: "One press, and you get our news.",
    html: `<!doctype html><html lang="en"><body style="margin:0;padding:24px;font-family:Arial,sans-serif;color:#18181b">
<h1 style="font-size:20px">Please confirm your subscription</h1>
<p>Somebody, most likely you, asked ${literal(sender.name)} for e-mail to this address.</p>
<p><a href="${url}" style="display:inline-block;padding:12px 20px;background:#18181b;color:#ffffff;text-decoration:none;border-radius:6px">Yes, send me e-mail</a></p>
<p style="color:#52525b">If it was not you, do nothing: you get no more mail. The link works for seven days.</p>
${sender.postalAddress ? `<p style="color:#71717a;font-size:12px">${literal(sender.postalAddress)}</p>` : ""}
</body></html>`,
    text: `Please confirm your subscription to e-mail from ${literal(sender.name)}:\n\n${url}\n\nIf it was not you, do nothing. The link works for seven days.`,
  }
}

/** Text as it stands in a template's HTML: nothing in it is markup or a variable. */
function literal(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/[{}]/g, (brace) => `&#${brace.charCodeAt(0)};`)
}
