import type { ReadyTemplate } from "../../../types/content"
import {
  button,
  coupon,
  divider,
  eachItem,
  ending,
  header,
  heading,
  message,
  products,
  text,
  when,
} from "./build"

const ordered = { path: "profile.orders", operator: "more", value: "0" } as const

/** Finished messages to begin with. Products, name and colour are the shop's own when they are shown and sent. */
export const READY_TEMPLATES: Omit<ReadyTemplate, "html">[] = [
  {
    key: "welcome",
    name: "Welcome",
    description: "Greets people who have just signed up, and shows what others like.",
    subject: 'Welcome, {{ profile.first_name | default: "good to have you" }}',
    preheader: "A small thank you, and what others love most.",
    document: message([
      ...header(),
      heading("Welcome, {profile.first_name|friend}"),
      text(
        "Good to have you with us. We write when there is something worth your time: new things, good offers and what is behind them.",
        "To begin with, here is what our customers like best."
      ),
      products("best_sellers"),
      button("Look around"),
      ...ending(),
    ]),
  },
  {
    key: "newsletter",
    name: "Newsletter",
    description: "News in your own words with products below.",
    subject: "What is new at {{ shop.name }}",
    preheader: "New things, and the story behind one of them.",
    document: message([
      ...header(),
      heading("What is new this month"),
      text(
        "Hello {profile.first_name|there},",
        "write here what happened in the shop: something new, something you learned, or something you are proud of."
      ),
      button("Read more"),
      divider(),
      heading("Liked right now", 2),
      products("best_sellers", { limit: 6, columns: 3 }),
      ...ending(),
    ]),
  },
  {
    key: "best-sellers",
    name: "Best sellers",
    description: "What sells most right now, for everybody.",
    subject: "What everybody is buying right now",
    preheader: "Our best sellers of the season.",
    document: message([
      ...header(),
      heading("Our best sellers"),
      text(
        "These are what our customers bought most in the last weeks. Perhaps one is for you, {profile.first_name|too}."
      ),
      products("best_sellers", { limit: 6, button: "View" }),
      ...ending(),
    ]),
  },
  {
    key: "picks",
    name: "Picked for you",
    description: "What sells best in the category each person cares for most.",
    subject: '{{ profile.first_name | default: "Hello" }}, we picked these for you',
    preheader: "Chosen by what you like.",
    document: message([
      ...header(),
      heading("Picked for you"),
      text(
        "Hello {profile.first_name|there}, we looked at what you like and found a few things that go with it."
      ),
      products("top_interest", { limit: 4, button: "View" }),
      button("See everything"),
      ...ending(),
    ]),
  },
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
  {
    key: "win-back",
    name: "We miss you",
    description: "Invites people who have not ordered for long, with a code.",
    subject: 'It has been a while, {{ profile.first_name | default: "friend" }}',
    preheader: "A reason to come back.",
    document: message([
      ...header(),
      heading("It has been a while"),
      text(
        "Hello {profile.first_name|there}, a lot is new since your last visit. We would like to see you again, so here is something for you."
      ),
      coupon("WELCOMEBACK", "10 % off your next order", "Write here until when it is valid"),
      button("Come back"),
      heading("What you missed", 2),
      products("best_sellers"),
      ...ending(),
    ]),
  },
  {
    key: "birthday",
    name: "Happy birthday",
    description: "A present on the day.",
    subject: 'Happy birthday, {{ profile.first_name | default: "dear friend" }}',
    preheader: "A small present from us.",
    document: message(
      [
        ...header(),
        heading("Happy birthday, {profile.first_name|dear friend}"),
        text("All the best from everybody at {shop.name}. Here is a small present."),
        coupon("BIRTHDAY", "Your present", "Write here what it is and until when it is valid"),
        button("Find something nice"),
        products("top_interest", { limit: 2 }),
        ...ending(),
      ],
      { background: "#fdf2f8", font: "serif", radius: 20 }
    ),
  },
  {
    key: "about-you",
    name: "Tell us about you",
    description: "Asks for the birthday, or for whatever you would like to know.",
    subject: "When is your birthday?",
    preheader: "So that we can think of you.",
    document: message(
      [
        ...header(),
        heading("When is your birthday, {profile.first_name|dear friend}?"),
        text(
          "We would like to send you a small present on the day. Tell us in your account: it takes a minute, and you can take it back at any time."
        ),
        button("Tell us"),
        ...ending(),
      ],
      { background: "#fdf2f8", font: "serif", radius: 20 }
    ),
  },
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
