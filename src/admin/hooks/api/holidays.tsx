import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { HolidayRegions, Holidays, HolidaySettings } from "../../../types/calendar"
import { get, post } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"
import { calendarQueryKeys } from "./calendar"

const holidaysQueryKeys = queryKeys("holidays")

/** Which days are holidays of the shop. */
export function useHolidays() {
  return useQuery({
    queryKey: holidaysQueryKeys.all,
    queryFn: ({ signal }) => get<Holidays>("/holidays", undefined, signal),
  })
}

/** Parts of a country with holidays of their own; of none while no country is chosen. */
export function useHolidayRegions(country: string) {
  return useQuery({
    queryKey: holidaysQueryKeys.detail("regions", country),
    queryFn: async ({ signal }) =>
      (await get<HolidayRegions>("/holidays/regions", { country }, signal)).regions,
    enabled: country !== "",
  })
}

/** Sets all of them. */
export function useSaveHolidays() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (settings: HolidaySettings) => post<Holidays>("/holidays", settings),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: holidaysQueryKeys.all }),
        client.invalidateQueries({ queryKey: calendarQueryKeys.all }),
      ]),
  })
}
