/** What messages can say of what let somebody into a campaign. */
const FACTS = {
  product_name: { label: "Name of the product", sample: "Linen shirt" },
  product_link: {
    label: "Link to the product",
    sample: "https://shop.example/products/linen-shirt",
  },
  product_image: {
    label: "Picture of the product",
    sample: "https://shop.example/linen-shirt.jpg",
  },
  cart_link: {
    label: "Link back to the cart",
    sample: "https://shop.example/cart",
    nullable: false,
  },
  value: { label: "Value of the cart", sample: "5990", format: "money" },
  items: { label: "Number of items", sample: "2" },
  display_id: { label: "Order number", sample: "1042" },
  total: { label: "Total of the order", sample: "4990", format: "money" },
  amount: { label: "Amount of the payment", sample: "4990", format: "money" },
  before: { label: "Price before", sample: "2990", format: "money" },
  after: { label: "Price now", sample: "1990", format: "money" },
  left: { label: "How many are left", sample: "3" },
  date: { label: "The day it is about", sample: "2026-03-08", format: "date" },
  query: { label: "What they searched for", sample: "linen" },
  category: { label: "Category", sample: "Shirts" },
  reason: { label: "Reason", sample: "Too small" },
  note: { label: "Note", sample: "The sleeves are short" },
  canceled_by: { label: "Who cancelled it", sample: "Ann Lee" },
  from: { label: "Value before", sample: "" },
  to: { label: "Value now", sample: "" },
} satisfies Record<string, { label: string; sample: string; format?: Format; nullable?: boolean }>
type Format = "plain" | "money" | "date"

/** A key of what let somebody in that messages have words for. */
export type TriggerFact = keyof typeof FACTS

/** What messages can say of what let somebody in, each under its key, in words and with a sample. */
export function triggerFacts() {
  return Object.entries<{ label: string; sample: string; format?: Format; nullable?: boolean }>(
    FACTS
  ).map(([key, fact]) => ({ key, ...fact }))
}
