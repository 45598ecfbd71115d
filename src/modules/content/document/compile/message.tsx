import { Body } from "@react-email/body"
import { Container } from "@react-email/container"
import { Head } from "@react-email/head"
import { Html } from "@react-email/html"
import { renderToStaticMarkup } from "react-dom/server"
import type { MessageDocument } from "../../../../types/document"
import { drawBlocks } from "./blocks"
import { Slots } from "./slots"
import { themeOf } from "./theme"

const WIDTH = 600
const SIDE = 40

const CSS = `
body{margin:0;padding:0}img{max-width:100%}.link{text-decoration:underline}
@media (max-width:620px){.page>table>tbody>tr>td{padding:0!important}.card{border-radius:0!important}.pad{padding-left:20px!important;padding-right:20px!important}
.stack{display:block!important;width:100%!important;padding-left:0!important;padding-right:0!important}.cell{width:50%!important}.whole{width:100%!important}
.title{font-size:26px!important;line-height:32px!important}}
@media (prefers-color-scheme:dark){body,.page>table>tbody>tr>td{background:#18181b!important}.card,.tint{background:#27272a!important}.text{color:#e4e4e7!important}
.strong{color:#fafafa!important}.quiet{color:#a1a1aa!important}.line{border-color:#3f3f46!important}.link{color:#fafafa!important}
.button{background:#fafafa!important;color:#18181b!important}.button *{color:#18181b!important}}
`

/**
 * Compiles a message of blocks to responsive HTML with Liquid, once for all who get it. Liquid in its texts stands
 * unchanged; everything else is escaped.
 */
export function compileDocument(document: MessageDocument): string {
  const slots = new Slots()
  const theme = themeOf(document.style, slots)
  const { background, surface, text, radius } = document.style
  const context = {
    slots,
    theme,
    nested: false,
    looped: false,
    width: WIDTH - 2 * SIDE,
    blocks: drawBlocks,
  }
  const markup = renderToStaticMarkup(
    <Html lang={slots.put(`{{ profile.language | default: "en" }}`)}>
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{slots.put("{{ shop.name }}")}</title>
        <style>{slots.put(CSS)}</style>
      </Head>
      <Body className="page" style={{ background, margin: 0, padding: "32px 12px" }}>
        <Container
          className="card"
          style={{
            width: "100%",
            maxWidth: WIDTH,
            background: surface,
            color: text,
            fontFamily: theme.font,
            borderRadius: radius,
          }}
        >
          {drawBlocks(document.blocks, context)}
        </Container>
      </Body>
    </Html>
  )
  return `<!doctype html>${slots.fill(markup)}`
}
