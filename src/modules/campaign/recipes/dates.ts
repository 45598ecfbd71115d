import { ONCE, rarely, REGULAR } from "./habits"
import { all, is, planOf, type Recipe, SEGMENT } from "./recipe"

const NO_BIRTHDAY = all(is("birthday", "empty"))
const READERS = all(is("reachable.email", "is_true"))
const MORNING = { offset: 0, time: "09:00" }

/** Days of the year. */
export const DATES: Recipe[] = [
  {
    key: "birthday",
    name: "Birthday",
    goal: "Be the one who thinks of it, three days before.",
    plan: () =>
      planOf({ type: "birthday", offset: -3, time: "09:00" }, [
        { promo: 15 },
        { mail: "birthday" },
      ]),
  },
  {
    key: "birthday-ask",
    name: "When is your birthday?",
    goal: "Ask buyers for their birthday, so that you can think of it.",
    stage: "growing",
    plan: () =>
      planOf(
        { type: "order_placed" },
        [{ wait: [7, "days"] }, { only: NO_BIRTHDAY }, { mail: "about-you" }],
        { ...rarely(365), entry_rules: NO_BIRTHDAY }
      ),
  },
  {
    key: "first-order-year",
    name: "A year with us",
    goal: "Thank people a year after their first order.",
    stage: "loyal",
    plan: () => planOf({ type: "anniversary", of: "first_order", ...MORNING }, [{ mail: "vip" }]),
  },
  {
    key: "account-year",
    name: "A year since they joined",
    goal: "Remind people of the shop on the day they made their account.",
    plan: () =>
      planOf({ type: "anniversary", of: "registered", ...MORNING }, [{ mail: "best-sellers" }]),
  },
  {
    key: "digest",
    name: "Monthly news",
    goal: "Write to your readers on the first of every month.",
    segment: { name: "Readers", rules: READERS },
    plan: () =>
      planOf(
        {
          type: "repeat",
          every: "month",
          day: 1,
          weekday: 1,
          month: 1,
          time: "10:00",
          segment_id: SEGMENT,
        },
        [{ mail: "newsletter" }]
      ),
  },
  {
    key: "black-friday",
    name: "Before Black Friday",
    goal: "Tell regular buyers on 24 November, before everybody else.",
    segment: { name: "Regular buyers", rules: REGULAR },
    plan: (now) =>
      planOf(
        { type: "date", at: next24November(now), local: true, segment_id: SEGMENT },
        [{ mail: "sale" }],
        { ...ONCE, topic: "offers" }
      ),
  },
  {
    key: "black-friday-push",
    name: "Before Black Friday, by push",
    goal: "Show regular buyers a notification on 24 November, before everybody else.",
    segment: { name: "Regular buyers", rules: REGULAR },
    pushes: {
      early: {
        name: "Early access",
        subject: "You are first{% if profile.first_name %}, {{ profile.first_name }}{% endif %}",
        text: "Our Black Friday offers begin tomorrow. As a regular you can have them today.",
        link: "{{ shop.url }}",
      },
    },
    plan: (now) =>
      planOf(
        { type: "date", at: next24November(now), local: true, segment_id: SEGMENT },
        [{ push: "early" }],
        { ...ONCE, topic: "offers" }
      ),
  },
]

/** 10:00 on the next 24 November after an instant. */
function next24November(now: Date): string {
  const year = now.getUTCFullYear()
  const passed = now.toISOString().slice(5, 10) >= "11-24"
  return `${passed ? year + 1 : year}-11-24T10:00`
}
