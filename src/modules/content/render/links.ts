/** The public addresses of one message. */
export function messageLinks(publicUrl: string, token: string, date: Date) {
  const base = `${publicUrl.replace(/\/+$/, "")}/engage`
  return {
    unsubscribe_url: `${base}/u/${token}`,
    preferences_url: `${base}/p/${token}`,
    view_url: `${base}/v/${token}`,
    open_url: `${base}/o/${token}`,
    click_url: `${base}/c/${token}`,
    date: date.toISOString(),
  }
}

/**
 * The link of every product that a list shows: which one it is comes with the click, as the list may be another by then.
 */
export const PRODUCT_LINK = "{{ shop.url }}/products/{{ product.handle }}"

/** A link of {@link PRODUCT_LINK} with its product filled in; other links are left alone. */
export function withProduct(link: string, handle: string | undefined): string {
  return link === PRODUCT_LINK
    ? link.replace("{{ product.handle }}", encodeURIComponent(handle ?? ""))
    : link
}

/** A stored link for people to read: the shop's address filled in, other variables as they stand. */
export function linkAddress(url: string, shopUrl: string): string {
  return url.replace(/\{\{-?\s*shop\.url\s*-?\}\}/g, shopUrl.replace(/\/+$/, ""))
}
