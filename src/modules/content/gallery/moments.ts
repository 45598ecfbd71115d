import type { ReadyTemplate } from "../../../types/content"
import { button, coupon, ending, header, heading, message, products, text } from "./build"

/** Messages for a moment in the life of a customer. */
export const MOMENTS: Omit<ReadyTemplate, "html">[] = [
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
]
