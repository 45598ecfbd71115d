import type { ErrandStep, NotifyStep, PromoStep, WebhookStep } from "../../../types/campaign-errand"

/** With fewer drawn letters, codes could be guessed: 32 to the power of six is a thousand million. */
const LEAST_DRAWN = 6

/** Why something cannot be done as a step says. */
export function errandProblems(step: ErrandStep): string[] {
  switch (step.type) {
    case "promo":
      return promoProblems(step)
    case "group":
      return step.group_id ? [] : ["Choose a customer group"]
    case "webhook":
      return webhookProblems(step)
    case "notify":
      return notifyProblems(step)
  }
}

function webhookProblems({ url, answers }: WebhookStep): string[] {
  const web = URL.canParse(url) && ["http:", "https:"].includes(new URL(url).protocol)
  const told = answers.every(({ path, field }) => path && field)
  return [
    ...(web ? [] : ["Say which web address is called, beginning with https://"]),
    ...(told ? [] : ["Say which value of the answer goes into which field"]),
  ]
}

/** Only that there is a title is asked; what it says of people is filled in when they come. */
function notifyProblems({ title }: NotifyStep): string[] {
  return title ? [] : ["Write what the staff are told"]
}

function promoProblems({ discount, value, pattern }: PromoStep): string[] {
  const problems: string[] = []
  if (discount === "percent" && (value < 1 || value > 100))
    problems.push("The discount must be 1 to 100 percent")
  if (discount === "amount" && value < 1) problems.push("Say how much is taken off")
  if (pattern.split("#").length - 1 < LEAST_DRAWN)
    problems.push(`The code needs at least ${LEAST_DRAWN} # signs, or it could be guessed`)
  return problems
}
