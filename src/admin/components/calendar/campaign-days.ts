import type { CalendarCampaign } from "../../../types/calendar"

/** What all campaigns together send on each day. */
export function campaignDays(campaigns: CalendarCampaign[]): CalendarCampaign["days"] {
  const days = new Map<string, CalendarCampaign["days"][number]>()
  for (const one of campaigns.flatMap((campaign) => campaign.days)) {
    const messages = one.messages + (days.get(one.day)?.messages ?? 0)
    days.set(one.day, { ...one, messages })
  }
  return [...days.values()].sort((a, b) => a.day.localeCompare(b.day))
}
