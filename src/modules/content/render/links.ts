/** The public addresses of one message. */
export function messageLinks(publicUrl: string, token: string, date: Date) {
  const base = `${publicUrl.replace(/\/+$/, "")}/engage`
  return {
    unsubscribe_url: `${base}/u/${token}`,
    preferences_url: `${base}/p/${token}`,
    open_url: `${base}/o/${token}`,
    click_url: `${base}/c/${token}`,
    date: date.toISOString(),
  }
}

/** A stored link for people to read: the shop's address filled in, other variables as they stand. */
export function linkAddress(url: string, shopUrl: string): string {
  return url.replace(/\{\{-?\s*shop\.url\s*-?\}\}/g, shopUrl.replace(/\/+$/, ""))
}
