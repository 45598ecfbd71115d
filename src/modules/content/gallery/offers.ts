import type { ReadyTemplate } from "../../../types/content"
import { button, coupon, ending, header, heading, message, products, text, when } from "./build"

/** Messages with an offer, and a letter without one. */
export const OFFERS: Omit<ReadyTemplate, "html">[] = [
  {
    key: "sale",
    name: "Sale",
    description: "Announces an offer that ends.",
    subject: "The sale has begun",
    preheader: "Only while it lasts.",
    document: message(
      [
        ...header(),
        heading("The sale has begun"),
        text(
          "Hello {profile.first_name|there}, for a few days there is a code for everything in the shop."
        ),
        coupon("SALE20", "20 % off everything", "Write here until when it is valid"),
        products("best_sellers", { limit: 6, columns: 3 }),
        button("To the sale"),
        ...ending(),
      ],
      { background: "#18181b", radius: 4 }
    ),
  },
  {
    key: "offer",
    name: "An offer",
    description: "Gives some of your customers a code, with the reason left to you.",
    subject: 'Something for you, {{ profile.first_name | default: "friend" }}',
    preheader: "A code for your next order.",
    document: message([
      ...header(),
      heading("Something for you"),
      text("Hello {profile.first_name|there}, this is for you, because you are our customer."),
      coupon("FORYOU", "10 % off your next order", "Write here until when it is valid"),
      button("To the shop"),
      heading("Perhaps this?", 2),
      products("top_interest"),
      ...ending(),
    ]),
  },
  {
    key: "vip",
    name: "For our best customers",
    description: "Thanks people who order often; others are invited.",
    subject: "This one is for you",
    preheader: "Because you have been with us.",
    document: message(
      [
        ...header(),
        when(
          { path: "profile.orders", operator: "more", value: "2" },
          [
            heading("Thank you for {profile.orders} orders"),
            text(
              "You are one of our best customers, {profile.first_name|dear friend}. You get to see new things first, and this code is only for you."
            ),
            coupon("FORYOU", "15 % off your next order", "Please keep it to yourself"),
          ],
          [
            heading("Get to know us better"),
            text(
              "Hello {profile.first_name|there}, our regular customers get to see new things first. Perhaps soon you too."
            ),
          ]
        ),
        products("top_interest"),
        button("See what is new"),
        ...ending(),
      ],
      { background: "#f5f5f4", font: "serif", radius: 0 }
    ),
  },
  {
    key: "letter",
    name: "Plain letter",
    description: "Only words, as one person writes to another.",
    subject: 'A word from {{ shop.name }}, {{ profile.first_name | default: "friend" }}',
    preheader: "Short, and from a person.",
    document: message(
      [
        text(
          "Hello {profile.first_name|there},",
          "write here what you would tell a friend. Short letters are read to the end.",
          "Kind regards",
          "{shop.name}"
        ),
        ...ending().slice(-1),
      ],
      { background: "#ffffff", radius: 0 }
    ),
  },
]
