import type { GivenCode } from "../../../types/campaign-errand"
import type { Iso, PreferenceText, Topic } from "../../../types/common"
import type { Digest, DigestSettings } from "../../../types/digest"
import type { ListView } from "../../../types/list-view"
import type { Health, OrderAttribution, Overview } from "../../../types/overview"
import type { ListedProfile, ProfileDetail, ProfileOrder } from "../../../types/profile"
import type { Tag, TagsChanged } from "../../../types/tag"
import type { TimelineItem } from "../../../types/timeline"
import type { Deleted, Listed } from "./shapes"

/** @internal */
export type PeopleAnswers = {
  "GET /admin/engage/digest": { digest: Digest; settings: DigestSettings }
  "POST /admin/engage/digest": { digest: Digest; settings: DigestSettings }
  "GET /admin/engage/overview": Overview
  "GET /admin/engage/health": Health
  "GET /admin/engage/topics": { topics: Topic[] }
  "POST /admin/engage/topics": { topics: Topic[] }
  "DELETE /admin/engage/topics/:key": Deleted<"topic">
  "GET /admin/engage/preference-text": { text: PreferenceText & { version: string } }
  "POST /admin/engage/preference-text": { text: PreferenceText & { version: string } }
  "GET /admin/engage/folders/:kind": { folders: string[] }
  "POST /admin/engage/folders/:kind": { moved: number }
  "GET /admin/engage/views": { views: ListView[] }
  "POST /admin/engage/views": { view: ListView }
  "POST /admin/engage/views/:id": { view: ListView }
  "DELETE /admin/engage/views/:id": Deleted<"view">
  "GET /admin/engage/tags": Listed<"tags", Tag>
  "POST /admin/engage/tags": TagsChanged
  "GET /admin/engage/tags/:kind": { tags: string[] }
  "POST /admin/engage/tags/:kind": { changed: number }
  "GET /admin/engage/profiles": Listed<"profiles", ListedProfile> & { data_as_of: Iso | null }
  "GET /admin/engage/profiles/:id": { profile: ProfileDetail }
  "POST /admin/engage/profiles/:id": { profile: ProfileDetail }
  "GET /admin/engage/profiles/:id/orders": Listed<"orders", ProfileOrder>
  "GET /admin/engage/profiles/:id/promo-codes": { promo_codes: GivenCode[] }
  "POST /admin/engage/profiles/:id/erase": {
    id: string
    object: "profile"
    erased: true
    rows: Record<string, number>
  }
  "GET /admin/engage/profiles/:id/personal-data": {
    shop: string
    as_of: Iso
    data: { title: string; rows: Record<string, unknown>[] }[]
  }
  "GET /admin/engage/profiles/:id/timeline": Listed<"items", TimelineItem>
  "POST /admin/engage/profiles/:id/consent": { profile: ProfileDetail }
  "GET /admin/engage/customers/:id/profile": { profile: ProfileDetail | null }
  "GET /admin/engage/orders/:id/attribution": OrderAttribution
}
