import { channelForm } from "../../../types/channel-form"
import type { Channel } from "../../../types/common"
import type { MessageDocument } from "../../../types/document"
import { compileDocument } from "../document/compile/message"
import type { ContentParts, LanguageParts } from "../parts"

/** The message as blocks: its HTML is made from them, whatever `html` says. */
type Blocks = { document?: MessageDocument | null }
export type WrittenParts = Omit<ContentParts, "languages"> &
  Blocks & { languages?: (LanguageParts & Blocks)[] }

const NO_CARD = { image: "", link: "", buttons: [] }

/** A message as its channel needs it, in all its languages: e-mail with the HTML of its blocks, others without any. */
export function compileParts<Parts extends WrittenParts>(input: Parts): Parts {
  const languages = input.languages?.map((one) => compileOne(one, input.channel))
  const compiled = { ...compileOne(input, input.channel), languages }
  return channelForm(input.channel).body === "html" ? compiled : { ...compiled, attachments: [] }
}

function compileOne<Parts extends Omit<WrittenParts, "channel" | "languages">>(
  parts: Parts,
  channel: Channel | undefined
): Parts {
  const { body } = channelForm(channel)
  if (body === "text") return { ...parts, card: null, document: null, html: "" }
  if (body === "card") return { ...parts, card: parts.card ?? NO_CARD, document: null, html: "" }
  return parts.document ? { ...parts, html: compileDocument(parts.document) } : parts
}
