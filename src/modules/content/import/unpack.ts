import { MedusaError } from "@medusajs/framework/utils"
import { unzip, type Unzipped } from "fflate"

/** A message as somebody brings it along. */
export type Package = {
  kind: "html" | "mjml"
  source: string
  /** What lay beside it, by its path as seen from the message. */
  files: Map<string, Uint8Array>
}

const MAX_FILES = 300
/** Of all files together, unpacked: a small ZIP can hold a very large one. */
const MAX_BYTES = 30_000_000
const MESSAGE = /\.(html?|mjml)$/i
/** What operating systems put into an archive by themselves. */
const NOISE = /(^|\/)(__MACOSX\/|\.)/

/**
 * Finds the message in a file: HTML, MJML, or a ZIP that holds one of them with its pictures.
 * @throws MedusaError `invalid_data` when there is none, or the archive is broken or too large
 */
export async function unpack(filename: string, bytes: Uint8Array): Promise<Package> {
  if (MESSAGE.test(filename)) return packageOf(filename, bytes, new Map())
  if (!/\.zip$/i.test(filename)) throw invalid("choose an .html, .mjml or .zip file")
  const entries = Object.entries(await readZip(bytes)).filter(
    ([path]) => !NOISE.test(path) && !path.endsWith("/")
  )
  const message = entries
    .filter(([path]) => MESSAGE.test(path))
    .sort(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b))[0]
  if (!message) throw invalid("there is no .html or .mjml file in the ZIP")
  const folder = message[0].slice(0, message[0].lastIndexOf("/") + 1)
  const beside = entries.filter(([path]) => path !== message[0] && path.startsWith(folder))
  return packageOf(
    message[0],
    message[1],
    new Map(beside.map(([path, content]) => [path.slice(folder.length), content]))
  )
}

/** The nearest to the top first, and of those `index`. */
function rank(path: string): number {
  return path.split("/").length * 2 - (/(^|\/)index\./i.test(path) ? 1 : 0)
}

function packageOf(name: string, bytes: Uint8Array, files: Package["files"]): Package {
  const source = new TextDecoder().decode(bytes)
  if (!source.trim()) throw invalid("the message is empty")
  if (source.includes("\0")) throw invalid("the message is not text")
  return { kind: /\.mjml$/i.test(name) ? "mjml" : "html", source, files }
}

function readZip(bytes: Uint8Array): Promise<Unzipped> {
  let files = 0
  let size = 0
  return new Promise((resolve, reject) => {
    const filter = ({ originalSize }: { originalSize: number }) => {
      files += 1
      size += originalSize
      return files <= MAX_FILES && size <= MAX_BYTES
    }
    unzip(bytes, { filter }, (error, unzipped) => {
      if (error) reject(invalid(`the ZIP cannot be read (${error.message})`))
      else if (files > MAX_FILES || size > MAX_BYTES)
        reject(invalid(`the ZIP holds more than ${MAX_FILES} files or ${MAX_BYTES / 1e6} MB`))
      else resolve(unzipped)
    })
  })
}

function invalid(message: string): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, `file: ${message}`)
}
