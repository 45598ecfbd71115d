import { createHash } from "node:crypto"
import type { Answer } from "./small-server"

const STYLE = `
:root{color-scheme:light dark;--ground:#f4f4f5;--card:#fff;--ink:#18181b;--soft:#52525b;--line:#d4d4d8;--act:#18181b;--on-act:#fff}
@media (prefers-color-scheme:dark){:root{--ground:#18181b;--card:#27272a;--ink:#fafafa;--soft:#a1a1aa;--line:#52525b;--act:#fafafa;--on-act:#18181b}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:24px;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{width:100%;max-width:460px;padding:32px;background:var(--card);border:1px solid var(--line);border-radius:12px}
h1{margin:0 0 8px;font-size:22px;line-height:1.3}
p{margin:0 0 20px;color:var(--soft)}
form{display:grid;gap:12px}
button{padding:12px 16px;font:inherit;font-weight:600;border-radius:8px;border:1px solid var(--act);background:var(--act);color:var(--on-act);cursor:pointer}
button.quiet{background:transparent;color:var(--ink);border-color:var(--line)}
button:focus-visible,input:focus-visible,select:focus-visible,a:focus-visible{outline:3px solid #3b82f6;outline-offset:2px}
label{display:grid;grid-template-columns:20px 1fr;gap:4px 12px;align-items:center;padding:12px;border:1px solid var(--line);border-radius:8px;cursor:pointer}
label span{grid-column:2;color:var(--soft);font-size:14px}
input{width:18px;height:18px;accent-color:var(--act)}
.topic{border:1px solid var(--line);border-radius:8px}
.topic label{border:0}
select{margin:0 12px 12px 44px;padding:6px 8px;font:inherit;font-size:14px;color:var(--ink);background:var(--card);border:1px solid var(--line);border-radius:6px}
fieldset{display:grid;gap:12px;margin:0;padding:0;border:0}
legend{padding:0;margin-bottom:12px;color:var(--soft)}
a{color:inherit}
footer{margin-top:24px;font-size:14px;color:var(--soft)}
`

const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64")

const HEADERS = {
  "Content-Type": "text/html; charset=utf-8",
  "Content-Security-Policy": `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  "X-Robots-Tag": "noindex, nofollow",
  "Referrer-Policy": "no-referrer",
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
}

/** Text that can stand anywhere in HTML. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/'/g, "&#39;")
}

/** A small page that runs no script and is in no search index. `body` is HTML, `title` is text. */
export function pageAnswer(page: { title: string; body: string; status?: number }): Answer {
  const title = escapeHtml(page.title)
  return {
    status: page.status ?? 200,
    headers: HEADERS,
    body:
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<meta name="robots" content="noindex"><title>${title}</title><style>${STYLE}</style></head>` +
      `<body><main><h1>${title}</h1>${page.body}</main></body></html>`,
  }
}

/** What a link gets that this shop did not make. */
export function unknownLink(): Answer {
  return pageAnswer({
    status: 404,
    title: "This link does not work",
    body: "<p>It may have been copied incompletely. Please open it from the message again.</p>",
  })
}
