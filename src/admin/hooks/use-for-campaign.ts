import { useLocation } from "react-router-dom"

/** The campaign for which a message is being written, by the page's address; `undefined` elsewhere. */
export function useForCampaign(): string | undefined {
  const { pathname, search } = useLocation()
  const own = /\/engage\/campaigns\/(cmp_\w+)/.exec(pathname)?.[1]
  return own ?? new URLSearchParams(search).get("campaign") ?? undefined
}
