import { moment } from "../wait-date"

it.each([
  ["2026-03-01", 0, "09:00", "Europe/Berlin", "2026-03-01T08:00:00.000Z"],
  ["2026-03-01", -1, "09:00", "Europe/Berlin", "2026-02-28T08:00:00.000Z"],
  ["2026-03-28", 1, "09:00", "Europe/Berlin", "2026-03-29T07:00:00.000Z"],
  ["2024-02-29", 365, "00:30", "Asia/Tokyo", "2025-02-27T15:30:00.000Z"],
])("%s %s days, %s in %s", (day, offset, time, zone, expected) => {
  expect(moment(day, offset, time, zone).toISOString()).toBe(expected)
})
