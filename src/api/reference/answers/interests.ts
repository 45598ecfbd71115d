import type { Interest, InterestMap, InterestSettings } from "../../../types/interest"

/** @internal */
export type InterestAnswers = {
  "GET /admin/engage/profiles/:id/interests": { interests: Interest[] } & {
    currency: string
    price_limits: number[]
  }
  "GET /admin/engage/interests": InterestMap & { price_limits: number[] }
  "GET /admin/engage/interests/settings": { settings: InterestSettings; currency: string }
  "POST /admin/engage/interests/settings": { settings: InterestSettings; currency: string }
}
