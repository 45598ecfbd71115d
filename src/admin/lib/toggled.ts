/** A list with one more thing at its end, or without it if it was there. */
export function toggled(list: string[], one: string): string[] {
  return list.includes(one) ? list.filter((other) => other !== one) : [...list, one]
}
