import type { Package } from "./unpack"

const TYPES: Record<string, string> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
  svg: "image/svg+xml",
}
/** Where a message names a picture: `src`, `background`, and `url()` in styles, which is also how fonts are fetched. */
const PLACES =
  /(\s(?:src|background)\s*=\s*["']?)([^"'\s>]+)|((?<!@import\s*)url\(\s*(?:&quot;|["'])?)([^"')&]+)/gi
const DATA = /^data:(image\/(?:png|jpe?g|gif|webp|svg\+xml));base64,([A-Za-z0-9+/=]+)$/i

export type Picture = { filename: string; mimeType: string; content: Uint8Array }

export type Housed = {
  html: string
  /** Local paths for which there is no file. */
  missing: string[]
  /** Hosts of pictures that stay where they are. */
  elsewhere: string[]
}

/**
 * Gives each picture that came along an address in the shop, and those written into the message itself, which mail
 * programs do not show.
 * @param keep - puts a picture where the shop keeps its files, and returns its address
 */
export async function housePictures(
  html: string,
  files: Package["files"],
  keep: (picture: Picture) => Promise<string>
): Promise<Housed> {
  const places = [...html.matchAll(PLACES)].map(([, , source, , style]) => source ?? style)
  const addresses = new Map<string, string>()
  const missing: string[] = []
  const elsewhere = new Set<string>()
  for (const name of new Set(places)) {
    if (/^(https?:)?\/\//i.test(name)) elsewhere.add(hostOf(name))
    else if (isPath(name) || DATA.test(name)) {
      const picture = written(name) ?? beside(name, files)
      if (picture) addresses.set(name, await keep(picture))
      else missing.push(name)
    }
  }
  const housed = html.replace(PLACES, (whole, before, source, styleBefore, style) => {
    const address = addresses.get(source ?? style)
    return address ? `${before ?? styleBefore}${address}` : whole
  })
  return { html: housed, missing, elsewhere: [...elsewhere] }
}

/** Not a scheme (`cid:`), not a placeholder, not a mark within the page. */
function isPath(name: string): boolean {
  return !/^([a-z][\w+.-]*:|#|\{)/i.test(name) && !name.includes("{{")
}

function written(name: string): Picture | undefined {
  const [, type, data] = DATA.exec(name) ?? []
  if (!type) return undefined
  const mimeType = type.toLowerCase().replace("image/jpg", "image/jpeg")
  const ending = Object.entries(TYPES).find(([, known]) => known === mimeType)![0]
  return { filename: `picture.${ending}`, mimeType, content: Buffer.from(data, "base64") }
}

function beside(name: string, files: Package["files"]): Picture | undefined {
  const path = decoded(name.replace(/[?#].*$/, "")).replace(/^(\.?\/)+/, "")
  const content = files.get(path)
  const mimeType = TYPES[path.split(".").at(-1)?.toLowerCase() ?? ""]
  return content && mimeType ? { filename: path.split("/").at(-1)!, mimeType, content } : undefined
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function hostOf(address: string): string {
  try {
    return new URL(address, "https://unknown.invalid").host
  } catch {
    return address
  }
}
