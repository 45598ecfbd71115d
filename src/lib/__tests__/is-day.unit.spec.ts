import { isDay } from "../is-day"

it.each([
  ["2028-02-29", true],
  ["2026-02-29", false],
  ["2026-02-30", false],
  ["0000-01-01", false],
  ["0001-01-01", true],
  ["2026-1-1", false],
  ["2026-01-01T00:00", false],
])("%s is a day: %s", (text, is) => expect(isDay(text)).toBe(is))
