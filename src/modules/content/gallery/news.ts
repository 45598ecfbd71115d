import type { ReadyTemplate } from "../../../types/content"
import { button, divider, ending, header, heading, message, products, text } from "./build"

/** Messages to everybody, with what the shop has. */
export const NEWS: Omit<ReadyTemplate, "html">[] = [
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
]
