import { useTranslation } from "react-i18next"

const HOUR = 60

/** A time in the unit that says it in whole numbers. */
export function split(minutes: number): { amount: number; unit: "minutes" | "hours" } {
  return minutes % HOUR === 0
    ? { amount: minutes / HOUR, unit: "hours" }
    : { amount: minutes, unit: "minutes" }
}

/** A time in words, such as "2 hours". */
export function useAfter(): (minutes: number) => string {
  const { t } = useTranslation("engage")
  return (minutes) => {
    const { amount, unit } = split(minutes)
    return t(`campaigns.unit.${unit}`, { count: amount })
  }
}
