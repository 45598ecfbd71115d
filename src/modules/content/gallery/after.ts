import type { ReadyTemplate } from "../../../types/content"
import { button, eachItem, ending, header, heading, message, products, text, when } from "./build"

const ordered = { path: "profile.orders", operator: "more", value: "0" } as const

/** Messages after something that somebody did, or left. */
export const AFTER: Omit<ReadyTemplate, "html">[] = [
  {
    key: "cart",
    name: "Forgotten cart",
    description: "Reminds people of what still lies in their cart.",
    subject: "Still thinking it over?",
    preheader: "Your cart is as you left it.",
    document: message([
      ...header(),
      heading("Your cart is waiting"),
      text(
        "Hello {profile.first_name|there}, you left something in your cart. It is still there, as long as we have it in stock."
      ),
      products("cart", { limit: 6, fill: false }),
      button("Back to the cart", "{{ trigger.cart_link }}"),
      text("A question before you decide? Just answer this message."),
      ...ending("You get this because you put something in your cart."),
    ]),
  },
  {
    key: "viewed",
    name: "Seen lately",
    description: "Brings back what people looked at last.",
    subject: "You had a look at these",
    preheader: "In case you want to see them again.",
    document: message([
      ...header(),
      heading("Worth a second look?"),
      text(
        "Hello {profile.first_name|there}, here is what you looked at last, with today's prices."
      ),
      products("last_viewed", { button: "View" }),
      ...ending(),
    ]),
  },
  {
    key: "thanks",
    name: "Thank you for your order",
    description: "Says thank you and repeats what was ordered.",
    subject: 'Thank you, {{ profile.first_name | default: "dear customer" }}',
    preheader: "We hope you like it.",
    document: message([
      ...header(),
      heading("Thank you"),
      when(
        ordered,
        [
          text(
            "Hello {profile.first_name|there}, thank you for your order {last_order.number|of late} of {last_order.date|late}. This is what you chose:"
          ),
          eachItem([text("{item.quantity} × {item.title}")]),
        ],
        [text("Thank you for being with us.")]
      ),
      heading("Goes well with it", 2),
      products("top_interest", { limit: 2 }),
      ...ending("You get this because you ordered from us."),
    ]),
  },
  {
    key: "review",
    name: "How was it?",
    description: "Asks for an opinion some days after the order.",
    subject: "How do you like it?",
    preheader: "One minute of your time would help us a lot.",
    document: message([
      ...header(),
      heading("How do you like it?"),
      text("Hello {profile.first_name|there}, some days ago you got this from us:"),
      products("last_order", {
        limit: 3,
        columns: 1,
        fill: false,
        show_price: false,
        button: "Tell us",
      }),
      text("A word from you helps others to choose, and us to get better."),
      ...ending("You get this because you ordered from us."),
    ]),
  },
]
