import type { VisitContext } from "./event"

type Device = Pick<VisitContext, "device" | "os" | "browser">

// The first that fits counts: Edge and Opera also say Chrome, Chrome also says Safari, and an iPhone also says Mac OS X.
const BROWSERS: [RegExp, string][] = [
  [/Edg(?:e|A|iOS)?\//, "Edge"],
  [/OPR\/|Opera/, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/YaBrowser\//, "Yandex Browser"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
]
const SYSTEMS: [RegExp, string][] = [
  [/iPad/, "iPadOS"],
  [/iPhone|iPod/, "iOS"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/CrOS/, "ChromeOS"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/Linux/, "Linux"],
]

const first = (table: [RegExp, string][], text: string) =>
  table.find(([pattern]) => pattern.test(text))?.[1] ?? null

/** What a `User-Agent` header says about the device, in the few words that reports need. */
export function deviceOf(userAgent: string): Device {
  const tablet = /iPad|Tablet|Android(?!.*Mobile)/.test(userAgent)
  const mobile = /Mobile|iPhone|iPod/.test(userAgent)
  return {
    device: tablet ? "tablet" : mobile ? "mobile" : "desktop",
    os: first(SYSTEMS, userAgent),
    browser: first(BROWSERS, userAgent),
  }
}
