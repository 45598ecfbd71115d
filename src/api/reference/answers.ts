import type { ListTestResult, TestLists } from "../../types/test-list"
import type { Digest, DigestSettings } from "../../types/digest"
import type { DeliveryStory } from "../../types/message-why"
import type { AttributionDefault, AttributionPreview } from "../../types/attribution"
import type {
  Webhook,
  WebhookDelivery,
  WebhookDeliveryDetail,
  WebhookEventType,
} from "../../types/webhook"
import type { Registry } from "../../rules/describe"
import type {
  Audience,
  AudienceChange,
  AudienceChanged,
  AudienceDrift,
  AudienceMember,
} from "../../types/audience"
import type { Broadcast, BroadcastPerson, BroadcastReview } from "../../types/broadcast"
import type { BroadcastReport } from "../../types/broadcast-report"
import type { BroadcastSeries } from "../../types/broadcast-series"
import type { StoredMessage } from "../../types/message"
import type { Iso, PreferenceText, Topic } from "../../types/common"
import type {
  Campaign,
  CampaignPerson,
  CampaignProblem,
  CampaignReport,
} from "../../types/campaign"
import type {
  CampaignRecipe,
  StageOnMap,
  TriggerPreview,
  WayCounts,
} from "../../types/campaign-preview"
import type { GivenCode, WebhookTrial } from "../../types/campaign-errand"
import type { HoldoutReport } from "../../types/campaign-holdout"
import type { SplitReport } from "../../types/campaign-split"
import type { CampaignChanges, PublishedVersion, Simulation } from "../../types/campaign-flow"
import type { Deliverability, Suppression } from "../../types/deliverability"
import type { Senders } from "../../types/sender"
import type { Sending } from "../../types/sending"
import type {
  Attachment,
  Constant,
  Preflight,
  ProductScope,
  ImportedTemplate,
  ReadyTemplate,
  SavedBlock,
  Template,
  UsedTemplate,
  TemplatePicture,
  TemplatePreview,
  TemplateVariable,
} from "../../types/content"
import type { Replacement, ReplaceFind } from "../../types/replacement"
import type {
  ClickRule,
  EventItem,
  EventName,
  EventOutcome,
  EventSchema,
  InboundSource,
  SourceRequest,
  SourceTrial,
  VisitorMerge,
} from "../../types/event"
import type { Calendar, HolidayRegions, Holidays, PlanItem } from "../../types/calendar"
import type { ListView } from "../../types/list-view"
import type { ContactPolicy, ControlReport } from "../../types/policy"
import type { Health, OrderAttribution, Overview } from "../../types/overview"
import type { Duplicate, Merge, MergeRules } from "../../types/identity"
import type { Interest, InterestMap, InterestSettings } from "../../types/interest"
import type { Field, FieldCandidate, FieldUsage } from "../../types/field"
import type { ListedProfile, ProfileDetail, ProfileOrder } from "../../types/profile"
import type { Tag, TagsChanged } from "../../types/tag"
import type { TimelineItem } from "../../types/timeline"
import type {
  EmailTypo,
  EmailTypoPerson,
  QualityChange,
  QualityField,
  QualityReport,
  QualityRuleItem,
  QualityRun,
} from "../../types/quality"
import type { RfmMove, RfmReport } from "../../types/rfm"
import type {
  RuleCounts,
  RuleWhy,
  Segment,
  SegmentGroup,
  SegmentHistoryPoint,
  SegmentMember,
  SegmentMove,
  SegmentPreview,
  SegmentTemplate,
  SegmentVersion,
} from "../../types/segment"

import type { Export, Import, ImportKindInfo, ImportRow } from "../../types/transfer"

type Listed<Key extends string, Item> = { [K in Key]: Item[] } & { next_cursor: string | null }
type Deleted<Name extends string> = { id: string; object: Name; deleted: true }

/** What each route of the admin API answers with. */
export type Answers = {
  "GET /admin/engage/digest": { digest: Digest; settings: DigestSettings }
  "POST /admin/engage/digest": { digest: Digest; settings: DigestSettings }
  "GET /admin/engage/overview": Overview
  "GET /admin/engage/health": Health
  "GET /admin/engage/campaigns": Listed<"campaigns", Campaign>
  "POST /admin/engage/campaigns": { campaign: Campaign }
  "POST /admin/engage/campaigns/offers": { campaign: Campaign }
  "GET /admin/engage/campaigns/recipes": { recipes: CampaignRecipe[] }
  "GET /admin/engage/campaigns/recipes/:key/reach": { people: number | null }
  "GET /admin/engage/campaigns/stages": { stages: StageOnMap[] }
  "POST /admin/engage/campaigns/recipes/:key/install": { campaign: Campaign }
  "POST /admin/engage/campaigns/trigger-preview": { preview: TriggerPreview }
  "POST /admin/engage/campaigns/way-counts": { counts: WayCounts }
  "POST /admin/engage/campaigns/webhook-trial": { trial: WebhookTrial }
  "GET /admin/engage/campaigns/staff-email": { available: boolean }
  "GET /admin/engage/campaigns/:id": { campaign: Campaign }
  "POST /admin/engage/campaigns/:id": { campaign: Campaign }
  "DELETE /admin/engage/campaigns/:id": Deleted<"campaign">
  "POST /admin/engage/campaigns/:id/publish": { campaign: Campaign }
  "POST /admin/engage/campaigns/:id/pause": { campaign: Campaign }
  "POST /admin/engage/campaigns/:id/resume": { campaign: Campaign }
  "POST /admin/engage/campaigns/:id/archive": { campaign: Campaign }
  "POST /admin/engage/campaigns/:id/duplicate": { campaign: Campaign }
  "POST /admin/engage/campaigns/check": { problems: CampaignProblem[] }
  "POST /admin/engage/campaigns/simulate": { simulation: Simulation }
  "GET /admin/engage/campaigns/:id/changes": { changes: CampaignChanges }
  "GET /admin/engage/campaigns/:id/versions/:version": { version: PublishedVersion }
  "POST /admin/engage/campaigns/:id/people/:enrollment_id": { id: string }
  "GET /admin/engage/campaigns/:id/report": { report: CampaignReport }
  "GET /admin/engage/campaigns/:id/holdout": { report: HoldoutReport }
  "GET /admin/engage/campaigns/:id/splits/:step": { split: SplitReport }
  "POST /admin/engage/campaigns/:id/splits/:step": { split: SplitReport }
  "GET /admin/engage/campaigns/:id/people": Listed<"people", CampaignPerson>
  "GET /admin/engage/attribution": { attribution: AttributionDefault }
  "POST /admin/engage/attribution": { attribution: AttributionDefault }
  "POST /admin/engage/attribution/preview": { preview: AttributionPreview }
  "GET /admin/engage/deliverability": { deliverability: Deliverability }
  "GET /admin/engage/sending": { sending: Sending }
  "POST /admin/engage/sending/limits": { sending: Sending }
  "POST /admin/engage/sending/prices": { sending: Sending }
  "POST /admin/engage/sending/warm-up": { sending: Sending }
  "GET /admin/engage/senders": Senders
  "POST /admin/engage/senders": Senders
  "POST /admin/engage/senders/:id": Senders
  "DELETE /admin/engage/senders/:id": Deleted<"sender">
  "POST /admin/engage/senders/:id/check": Senders
  "POST /admin/engage/sender-rules": Senders
  "GET /admin/engage/suppressions": Listed<"suppressions", Suppression>
  "POST /admin/engage/suppressions": { address: string }
  "POST /admin/engage/suppressions/release": { address: string }
  "POST /admin/engage/suppressions/storms": { addresses: number }
  "GET /admin/engage/topics": { topics: Topic[] }
  "POST /admin/engage/topics": { topics: Topic[] }
  "DELETE /admin/engage/topics/:key": Deleted<"topic">
  "GET /admin/engage/preference-text": { text: PreferenceText & { version: string } }
  "POST /admin/engage/preference-text": { text: PreferenceText & { version: string } }

  "GET /admin/engage/profiles": Listed<"profiles", ListedProfile> & { data_as_of: Iso | null }
  "GET /admin/engage/profiles/:id": { profile: ProfileDetail }
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
  "GET /admin/engage/profiles/:id/interests": { interests: Interest[] } & {
    currency: string
    price_limits: number[]
  }
  "GET /admin/engage/quality": QualityReport
  "POST /admin/engage/quality/problems/recheck": { people: number }
  "GET /admin/engage/quality/rules": { rules: QualityRuleItem[] }
  "POST /admin/engage/quality/rules/:rule": { rules: QualityRuleItem[] }
  "GET /admin/engage/quality/runs": { runs: QualityRun[]; next_cursor: string | null }
  "POST /admin/engage/quality/runs": { run: QualityRun }
  "GET /admin/engage/quality/runs/:id": {
    run: QualityRun
    fields: { field: QualityField; people: number }[]
  }
  "GET /admin/engage/quality/runs/:id/changes": {
    changes: QualityChange[]
    next_cursor: string | null
  }
  "GET /admin/engage/quality/runs/:id/file": string
  "POST /admin/engage/quality/runs/:id/cancel": { run: QualityRun }
  "POST /admin/engage/quality/runs/:id/undo": { run: QualityRun }
  "GET /admin/engage/quality/typos": { typos: EmailTypo[]; next_cursor: string | null }
  "POST /admin/engage/quality/typos/:domain": { typo: EmailTypo }
  "GET /admin/engage/quality/typos/:domain/people": {
    people: EmailTypoPerson[]
    next_cursor: string | null
  }
  "POST /admin/engage/profiles/:id/recheck": { profile: ProfileDetail }
  "POST /admin/engage/profiles/:id/typo": { profile: ProfileDetail }
  "GET /admin/engage/interests": InterestMap & { price_limits: number[] }
  "GET /admin/engage/interests/settings": { settings: InterestSettings; currency: string }
  "POST /admin/engage/interests/settings": { settings: InterestSettings; currency: string }
  "POST /admin/engage/profiles/:id": { profile: ProfileDetail }
  "GET /admin/engage/campaigns/webhook-secret": { secret: string }
  "GET /admin/engage/profiles/:id/promo-codes": { promo_codes: GivenCode[] }
  "GET /admin/engage/profiles/:id/orders": Listed<"orders", ProfileOrder>
  "POST /admin/engage/profiles/:id/consent": { profile: ProfileDetail }
  "GET /admin/engage/customers/:id/profile": { profile: ProfileDetail | null }
  "GET /admin/engage/orders/:id/attribution": OrderAttribution

  "GET /admin/engage/fields": { fields: Field[] }
  "POST /admin/engage/fields": { field: Field }
  "GET /admin/engage/fields/discover": { candidates: FieldCandidate[] }
  "GET /admin/engage/fields/:id": { field: Field }
  "POST /admin/engage/fields/order": { fields: Field[] }
  "POST /admin/engage/fields/:id": { field: Field }
  "DELETE /admin/engage/fields/:id": Deleted<"field">
  "GET /admin/engage/fields/:id/usage": { usage: FieldUsage }
  "POST /admin/engage/metric-values": {
    changed: number
    refused: { index: number; message: string }[]
  }

  "GET /admin/engage/duplicates": Listed<"duplicates", Duplicate> & {
    open: number
    searched_at: Iso | null
  }
  "POST /admin/engage/duplicates/search": { open: number; merged: number }
  "POST /admin/engage/duplicates/dismiss": { dismissed: true }
  "GET /admin/engage/duplicates/rules": { rules: MergeRules }
  "POST /admin/engage/duplicates/rules": { rules: MergeRules }
  "GET /admin/engage/merges": Listed<"merges", Merge>
  "POST /admin/engage/merges": { merge_id: string; profile: ProfileDetail }
  "POST /admin/engage/merges/:id/undo": { kept: string; gone: string }
  "POST /admin/engage/purchases": {
    created: number
    updated: number
    refused: { index: number; message: string }[]
  }

  "GET /admin/engage/attributes": Registry
  "GET /admin/engage/attributes/:key/values": {
    values: { value: string; label: string; count: number }[]
  }
  "GET /admin/engage/segment-templates": {
    templates: SegmentTemplate[]
  }
  "GET /admin/engage/segment-templates/:key/count": { count: number }
  "GET /admin/engage/segments": Listed<"segments", Segment>
  "POST /admin/engage/segments": { segment: Segment }
  "POST /admin/engage/segments/preview": SegmentPreview
  "POST /admin/engage/segments/counts": RuleCounts
  "POST /admin/engage/segments/why": RuleWhy
  "GET /admin/engage/segments/:id/versions": { versions: SegmentVersion[] }
  "POST /admin/engage/segments/:id/restore": { segment: Segment }
  "GET /admin/engage/segments/:id/group": { group: SegmentGroup | null }
  "GET /admin/engage/segments/:id/group/diff": { add: number; remove: number }
  "POST /admin/engage/segments/:id/group": { group: SegmentGroup | null }
  "DELETE /admin/engage/segments/:id/group": Deleted<"segment_group">
  "GET /admin/engage/segments/:id": { segment: Segment }
  "POST /admin/engage/segments/:id": { segment: Segment }
  "DELETE /admin/engage/segments/:id": Deleted<"segment">
  "POST /admin/engage/segments/:id/refresh": { segment: Segment }
  "POST /admin/engage/segments/:id/duplicate": { segment: Segment }
  "GET /admin/engage/segments/:id/members": Listed<"members", SegmentMember>
  "GET /admin/engage/segments/:id/history": { history: SegmentHistoryPoint[] }
  "GET /admin/engage/segments/:id/moves": Listed<"people", SegmentMove>

  "GET /admin/engage/tags": Listed<"tags", Tag>
  "POST /admin/engage/tags": TagsChanged
  "GET /admin/engage/tags/:kind": { tags: string[] }
  "POST /admin/engage/tags/:kind": { changed: number }
  "GET /admin/engage/folders/:kind": { folders: string[] }
  "POST /admin/engage/folders/:kind": { moved: number }
  "GET /admin/engage/views": { views: ListView[] }
  "POST /admin/engage/views": { view: ListView }
  "POST /admin/engage/views/:id": { view: ListView }
  "DELETE /admin/engage/views/:id": Deleted<"view">
  "GET /admin/engage/audiences": Listed<"audiences", Audience>
  "POST /admin/engage/audiences": { audience: Audience; unmatched: string[] }
  "POST /admin/engage/audiences/match": { lines: number; people: number; unmatched: string[] }
  "GET /admin/engage/audiences/:id": { audience: Audience }
  "POST /admin/engage/audiences/:id": { audience: Audience }
  "DELETE /admin/engage/audiences/:id": Deleted<"audience">
  "GET /admin/engage/audiences/:id/members": Listed<"members", AudienceMember>
  "POST /admin/engage/audiences/:id/members": AudienceChanged
  "GET /admin/engage/audiences/:id/changes": { changes: AudienceChange[] }
  "POST /admin/engage/audiences/:id/changes": AudienceChanged
  "GET /admin/engage/audiences/:id/drift": AudienceDrift
  "GET /admin/engage/rfm": RfmReport
  "GET /admin/engage/rfm/moves": { moves: RfmMove[] }

  "GET /admin/engage/blocks": { blocks: SavedBlock[] }
  "POST /admin/engage/blocks": { block: SavedBlock }
  "POST /admin/engage/blocks/:id": { block: SavedBlock; updated: number }
  "DELETE /admin/engage/blocks/:id": Deleted<"saved_block">
  "GET /admin/engage/constants": { constants: Constant[] }
  "POST /admin/engage/constants": { constants: Constant[] }
  "POST /admin/engage/constants/:key": { constants: Constant[] }
  "DELETE /admin/engage/constants/:key": { constants: Constant[] }
  "GET /admin/engage/replacements": { replacements: Replacement[] }
  "POST /admin/engage/replacements": { replacement: Replacement }
  "POST /admin/engage/replacements/preview": { found: ReplaceFind[] }
  "POST /admin/engage/replacements/:id/undo": {
    replacement: Replacement
    kept: { id: string; name: string }[]
  }
  "GET /admin/engage/templates": Listed<"templates", UsedTemplate>
  "POST /admin/engage/attachments": { attachment: Attachment }
  "GET /admin/engage/attachments/:id": string
  "POST /admin/engage/templates": { template: Template }
  "POST /admin/engage/templates/import": ImportedTemplate
  "POST /admin/engage/templates/preview": TemplatePreview
  "POST /admin/engage/templates/preflight": Preflight
  "GET /admin/engage/templates/gallery": { templates: ReadyTemplate[] }
  "GET /admin/engage/templates/pictures": { pictures: TemplatePicture[] }
  "GET /admin/engage/templates/products": { products: ProductScope }
  "GET /admin/engage/templates/variables": { variables: TemplateVariable[] }
  "GET /admin/engage/templates/:id": { template: UsedTemplate }
  "POST /admin/engage/templates/:id": { template: Template }
  "DELETE /admin/engage/templates/:id": Deleted<"template">
  "POST /admin/engage/templates/:id/duplicate": { template: Template }

  "GET /admin/engage/broadcasts": Listed<"broadcasts", Broadcast>
  "POST /admin/engage/broadcasts": { broadcast: Broadcast }
  "GET /admin/engage/broadcasts/:id": { broadcast: Broadcast }
  "POST /admin/engage/broadcasts/:id": { broadcast: Broadcast }
  "DELETE /admin/engage/broadcasts/:id": Deleted<"broadcast">
  "POST /admin/engage/broadcasts/:id/duplicate": { broadcast: Broadcast }
  "POST /admin/engage/broadcasts/:id/review": BroadcastReview
  "GET /admin/engage/test-lists": TestLists
  "POST /admin/engage/test-lists": TestLists
  "POST /admin/engage/broadcasts/:id/test-message/list": { results: ListTestResult[] }
  "POST /admin/engage/broadcasts/:id/test-message": {
    message_id: string
    state: "accepted" | "failed"
    error: string | null
  }
  "POST /admin/engage/broadcasts/:id/start": { broadcast: Broadcast }
  "POST /admin/engage/broadcasts/:id/pause": { broadcast: Broadcast }
  "POST /admin/engage/broadcasts/:id/resume": { broadcast: Broadcast }
  "POST /admin/engage/broadcasts/:id/cancel": { broadcast: Broadcast }
  "POST /admin/engage/broadcasts/:id/retry": { broadcast: Broadcast }
  "POST /admin/engage/broadcasts/:id/winner": { broadcast: Broadcast }
  "POST /admin/engage/broadcasts/:id/content": { broadcast: Broadcast }
  "GET /admin/engage/broadcasts/:id/report": BroadcastReport
  "GET /admin/engage/broadcasts/:id/runs": BroadcastSeries
  "POST /admin/engage/broadcasts/:id/series": Pick<BroadcastSeries, "next">
  "GET /admin/engage/broadcasts/:id/people": Listed<"people", BroadcastPerson>

  "GET /admin/engage/calendar": Calendar
  "GET /admin/engage/calendar/list": Listed<"items", PlanItem> & { currency: string }
  "POST /admin/engage/calendar/:id": { broadcast: Broadcast }
  "GET /admin/engage/holidays": Holidays
  "POST /admin/engage/holidays": Holidays
  "GET /admin/engage/holidays/regions": HolidayRegions

  "GET /admin/engage/policy": ContactPolicy
  "POST /admin/engage/policy/rules": ContactPolicy
  "POST /admin/engage/policy/rules/:id": ContactPolicy
  "DELETE /admin/engage/policy/rules/:id": Deleted<"contact_rule">
  "POST /admin/engage/policy/control-group": ContactPolicy
  "GET /admin/engage/policy/control-group/report": { report: ControlReport }
  "POST /admin/engage/policy/brake": ContactPolicy

  "GET /admin/engage/events": Listed<"events", EventItem>
  "POST /admin/engage/events": EventOutcome
  "GET /admin/engage/events/:id": { event: EventItem }
  "GET /admin/engage/events/file": string
  "GET /admin/engage/event-names": { names: EventName[] }
  "GET /admin/engage/event-names/:name": { schema: EventSchema }
  "GET /admin/engage/profiles/:id/devices": { devices: VisitorMerge[] }
  "POST /admin/engage/profiles/:id/devices/:merge/undo": { id: string; undone: true }

  "GET /admin/engage/click-rules": { rules: ClickRule[] }
  "POST /admin/engage/click-rules": { rule: ClickRule }
  "POST /admin/engage/click-rules/:id": { rule: ClickRule }
  "DELETE /admin/engage/click-rules/:id": Deleted<"click_rule">
  "GET /admin/engage/webhooks": { webhooks: Webhook[] }
  "POST /admin/engage/webhooks": { webhook: Webhook; secret: string }
  "GET /admin/engage/webhooks/:id": { webhook: Webhook }
  "POST /admin/engage/webhooks/:id": { webhook: Webhook }
  "DELETE /admin/engage/webhooks/:id": Deleted<"webhook">
  "POST /admin/engage/webhooks/:id/secret": { webhook: Webhook; secret: string }
  "POST /admin/engage/webhooks/:id/trial": { delivery: WebhookDeliveryDetail }
  "POST /admin/engage/webhooks/:id/replay": { deliveries: number }
  "GET /admin/engage/webhooks/:id/deliveries": Listed<"deliveries", WebhookDelivery>
  "GET /admin/engage/webhooks/:id/deliveries/:delivery": { delivery: WebhookDeliveryDetail }
  "POST /admin/engage/webhooks/:id/deliveries/:delivery/replay": { delivery: WebhookDeliveryDetail }
  "GET /admin/engage/webhook-event-types": { types: WebhookEventType[] }

  "GET /admin/engage/sources": { sources: InboundSource[] }
  "POST /admin/engage/sources": { source: InboundSource; secret: string }
  "GET /admin/engage/sources/:id": { source: InboundSource }
  "POST /admin/engage/sources/:id": { source: InboundSource }
  "DELETE /admin/engage/sources/:id": Deleted<"source">
  "POST /admin/engage/sources/:id/secret": { source: InboundSource; secret: string }
  "POST /admin/engage/sources/:id/trial": SourceTrial
  "GET /admin/engage/sources/:id/requests": Listed<"requests", SourceRequest>
  "POST /admin/engage/sources/:id/requests/:request/replay": { request: SourceRequest }

  "GET /admin/engage/messages": Listed<
    "messages",
    {
      id: string
      subject: string
      to: string
      at: Iso
      broadcast: { id: string; name: string } | null
      profile: { id: string; name: string | null; email: string | null }
    }
  >
  "GET /admin/engage/messages/:id": { message: StoredMessage }
  "GET /admin/engage/messages/:id/why": { why: DeliveryStory }

  "GET /admin/engage/imports": Listed<"imports", Import>
  "POST /admin/engage/imports": { import: Import }
  "GET /admin/engage/imports/kinds": { kinds: ImportKindInfo[] }
  "GET /admin/engage/imports/:id": { import: Import }
  "POST /admin/engage/imports/:id": { import: Import }
  "DELETE /admin/engage/imports/:id": Deleted<"import">
  "POST /admin/engage/imports/:id/check": { import: Import }
  "POST /admin/engage/imports/:id/start": { import: Import }
  "POST /admin/engage/imports/:id/cancel": { import: Import }
  "POST /admin/engage/imports/:id/undo": { import: Import }
  "GET /admin/engage/imports/:id/rows": { rows: ImportRow[] }
  "GET /admin/engage/imports/:id/refused": string
  "GET /admin/engage/exports": Listed<"exports", Export>
  "POST /admin/engage/exports": { export: Export }
  "GET /admin/engage/exports/:id/file": string
}
