import { eventMoney, eventSummary } from "../event-money"
import { formatters } from "../format"

const format = formatters("en-GB")
const order = { order_id: "order_1", display_id: 7, total: 139_696, currency: "gbp" }

it("tells what an order of the shop was worth in its currency", () => {
  const event = { source: "shop", properties: order }
  expect(eventMoney(event, format)).toBe("£1,396.96")
  expect(eventSummary(event, format)).toBe("order_1 · 7 · £1,396.96")
})

it("leaves amounts of other systems as they came", () => {
  const event = { source: "tracker", properties: { total: 12.5, currency: "GBP", items: [1] } }
  expect(eventMoney(event, format)).toBeNull()
  expect(eventSummary(event, format)).toBe("12.5 · GBP")
})
