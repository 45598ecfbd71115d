import type { Properties } from "./types"

/** Counts for how long the product or category of a page is looked at. */
export class Dwell {
  private shown: Properties = {}
  /** Since when it is seen, in ms; 0 while it is not. */
  private since = 0
  /** The seconds told of it. */
  private total = 0

  /** The page shows something else from now on. */
  begin(shown: Properties): void {
    this.shown = shown
    this.total = 0
    this.resume()
  }

  resume(): void {
    this.since = document.visibilityState === "hidden" ? 0 : Date.now()
  }

  /** The seconds since they were taken last and in all, if there is a product or category that was seen; counting stops. */
  take(): Properties | undefined {
    const { since, shown } = this
    const seconds = since && Math.round((Date.now() - since) / 1000)
    this.since = 0
    if (!seconds || !(shown.product_id || shown.category)) return
    this.total += seconds
    return { ...shown, seconds, total: this.total }
  }
}
