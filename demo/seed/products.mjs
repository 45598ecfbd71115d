/** Makes a shop's products of the data set's stock codes. */
import { kindOf } from "./dataset.mjs"

const SMALL_WORDS = new Set([
  "of",
  "and",
  "the",
  "in",
  "with",
  "for",
  "on",
  "to",
  "a",
  "from",
  "by",
])

/**
 * The products that were ordered at least once: title, handle, and the price most lines had.
 *
 * @param {import("./dataset.mjs").Invoice[]} orders by time
 * @param {Map<string, string>} descriptions
 * @returns {{code: string, title: string, handle: string, pence: number, first: number}[]} `first` is the time of its
 *   first order in ms
 */
export function makeProducts(orders, descriptions) {
  const found = new Map()
  for (const order of orders) {
    for (const { code, pence } of order.lines) {
      if (kindOf(code) === "product") {
        const product = found.get(code) ?? { first: order.time, prices: new Map() }
        product.prices.set(pence, (product.prices.get(pence) ?? 0) + 1)
        found.set(code, product)
      }
    }
  }
  return [...found].map(([code, { first, prices }]) => {
    const title = titleOf(code, descriptions)
    return { code, title, handle: handleOf(title, code), pence: usualPrice(prices), first }
  })
}

/**
 * A description as a person would write it: "WHITE METAL LANTERN" becomes "White Metal Lantern".
 * @param {string} code
 * @param {Map<string, string>} descriptions
 */
export function titleOf(code, descriptions) {
  const words = (descriptions.get(code) || code)
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim()
    .split(" ")
  return words
    .map((word, index) =>
      index > 0 && SMALL_WORDS.has(word) ? word : word.replace(/(^|[-/(,.&+"])(\p{L})/gu, upper)
    )
    .join(" ")
}

function upper(_, before, letter) {
  return before + letter.toUpperCase()
}

function handleOf(title, code) {
  const slug = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
  return `${slug}-${code.toLowerCase()}`
}

/** The most frequent price above nothing; a product that was only given away has none. */
function usualPrice(prices) {
  const paid = [...prices].filter(([pence]) => pence > 0)
  return paid.sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
}
