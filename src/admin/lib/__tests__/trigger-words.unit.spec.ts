import type { CampaignTrigger } from "../../../types/campaign-trigger"
import campaigns from "../../i18n/en/campaigns.json"
import triggers from "../../i18n/en/campaign-triggers.json"
import { triggerWords } from "../trigger-words"

/** The texts of the admin, as far as they are asked for here. */
function t(key: string, { count, ...values }: Record<string, unknown> = {}): string {
  const texts: Record<string, unknown> = { campaigns, campaignTriggers: triggers }
  const named = count === undefined ? key : `${key}_${count === 1 ? "one" : "other"}`
  const find = (path: string) =>
    path.split(".").reduce<unknown>((at, part) => (at as Record<string, unknown>)?.[part], texts)
  const text = (find(named) ?? find(key)) as string
  return text.replace(/{{(\w+)}}/g, (_, name) => String(name === "count" ? count : values[name]))
}
const names = {
  t,
  money: (minor: number) => `€${minor / 100}`,
  segment: "Regulars",
  field: (key: string) => (key === "wedding" ? "Wedding day" : key),
  month: (no: number) => ["January", "February"][no - 1],
}

it.each<[CampaignTrigger, string]>([
  [{ type: "order_placed" }, ""],
  [
    { type: "cart_abandoned", after: { amount: 1, unit: "hours" }, min_value: 5_000 },
    "quiet for 1 hour · €50 or more",
  ],
  [
    {
      type: "browse_abandoned",
      what: "product",
      after: { amount: 30, unit: "minutes" },
      min_views: 2,
      min_seconds: 10,
    },
    "A product · quiet for 30 minutes · 2 views or more · for 10 seconds or more",
  ],
  [{ type: "event", name: "Quiz Done" }, "“Quiz Done”"],
  [{ type: "days_since_order", days: 30 }, "30 days"],
  [{ type: "promo_unused", days: 0 }, "when it ends"],
  [{ type: "birthday", offset: -3, time: "10:00" }, "3 days before, at 10:00"],
  [
    { type: "field_date", field: "wedding", offset: 0, time: "09:00", yearly: true },
    "Wedding day · on the day, at 09:00 · every year",
  ],
  [
    { type: "segment_entered", segment_id: "seg_1", members: true },
    "Regulars · also who is in it already",
  ],
  [
    {
      type: "repeat",
      every: "year",
      weekday: 1,
      day: 14,
      month: 2,
      time: "08:00",
      segment_id: "seg_1",
    },
    "Every year · 14 February · 08:00 · Regulars",
  ],
  [
    { type: "order_status", kind: "payment", from: null, to: "captured" },
    "Of the payment · Any → Paid",
  ],
  [
    { type: "price_changed", direction: "down", percent: 10, products: ["a"], segment_id: "s" },
    "falls · by 10 % or more · 1 product · Regulars",
  ],
])("says to what a trigger is set: %j", (trigger, said) => {
  expect(triggerWords(trigger, names)).toBe(said)
})
