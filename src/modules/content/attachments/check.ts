import { MedusaError } from "@medusajs/framework/utils"
import { type Attachment, MOST_ATTACHED } from "../../../types/content"

/** A name is written byte by byte into one header line. */
const MAX_NAME_BYTES = 200

/** What Gmail, Outlook and Amazon SES refuse: programs, scripts, and what starts them. */
const REFUSED = new Set(
  (
    "ade adp apk app appx appxbundle bas bat cab chm cmd com cpl crt csh der diagcab diagcfg diagpkg dll dmg ex ex_ exe " +
    "fxp gadget grp hlp hta inf ins iso isp its jar jnlp js jse ksh lib lnk mad maf mag mam maq mar mas mat mau mav maw " +
    "mda mdb mde mdt mdw mdz mjs msc msh msh1 msh2 mshxml msi msix msixbundle msp mst nsh ops osd pcd pif plg prf prg ps1 " +
    "ps1xml ps2 ps2xml psc1 psc2 reg scf scr sct shb shs sys tmp url vb vbe vbs vhd vps vsmacros vss vst vsw vxd ws wsc " +
    "wsf wsh xll xnk"
  ).split(" ")
)

/**
 * The name of a file as it may travel: without folders and control characters.
 * @throws MedusaError `invalid_data` for a file that mail services refuse, is empty, or is too large
 */
export function checkAttachment({ name, size }: { name: string; size: number }): string {
  const plain = (name.split(/[\\/]/).pop() ?? "").replace(/\p{Cc}/gu, " ").trim()
  if (!plain) refuse("file: it has no name")
  if (Buffer.byteLength(plain) > MAX_NAME_BYTES) refuse("file: its name is too long; shorten it")
  const ending = /\.([^.]+)$/.exec(plain)?.[1].toLowerCase()
  if (!ending) refuse(`file: “${plain}” has no ending, such as .pdf, by which people can open it`)
  if (REFUSED.has(ending!))
    refuse(`file: “${plain}” would not arrive: mail services refuse .${ending} files`)
  if (!size) refuse(`file: “${plain}” is empty`)
  if (size > MOST_ATTACHED.bytes) refuse(`file: “${plain}” is ${megabytes(size)}; ${LIMIT}`)
  return plain
}

/** @throws MedusaError `invalid_data` when files are too many or too large together */
export function checkTogether(files: Pick<Attachment, "size">[]): void {
  if (files.length > MOST_ATTACHED.files)
    refuse(`attachments: at most ${MOST_ATTACHED.files} files go along with a message`)
  const total = totalSize(files)
  if (total > MOST_ATTACHED.bytes)
    refuse(`attachments: the files are ${megabytes(total)} together; ${LIMIT}`)
}

/** Bytes of some files together. */
export function totalSize(files: Pick<Attachment, "size">[]): number {
  return files.reduce((sum, { size }) => sum + size, 0)
}

/** A size as people read it. */
export function megabytes(bytes: number): string {
  return bytes < 100_000
    ? `${Math.max(1, Math.round(bytes / 1_000))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`
}

const LIMIT = `mail services take ${megabytes(MOST_ATTACHED.bytes)} in all: make it smaller, or send a link`

function refuse(message: string): never {
  throw new MedusaError(MedusaError.Types.INVALID_DATA, message)
}
