import type { AttributionAnswers } from "./answers/attribution"
import type { AudienceAnswers } from "./answers/audiences"
import type { BroadcastAnswers } from "./answers/broadcasts"
import type { CalendarAnswers } from "./answers/calendar"
import type { CampaignAnswers } from "./answers/campaigns"
import type { DeliveryAnswers } from "./answers/delivery"
import type { EventAnswers } from "./answers/events"
import type { FieldAnswers } from "./answers/fields"
import type { IdentityAnswers } from "./answers/identity"
import type { InterestAnswers } from "./answers/interests"
import type { MessageAnswers } from "./answers/messages"
import type { PeopleAnswers } from "./answers/people"
import type { PolicyAnswers } from "./answers/policy"
import type { QualityAnswers } from "./answers/quality"
import type { SegmentAnswers } from "./answers/segments"
import type { TransferAnswers } from "./answers/transfer"
import type { WebhookAnswers } from "./answers/webhooks"

/** What each route of the admin API answers with. Of its parts, which are `@internal`, the reference has no names. */
export type Answers = PeopleAnswers &
  FieldAnswers &
  IdentityAnswers &
  InterestAnswers &
  QualityAnswers &
  SegmentAnswers &
  AudienceAnswers &
  MessageAnswers &
  BroadcastAnswers &
  CampaignAnswers &
  AttributionAnswers &
  DeliveryAnswers &
  PolicyAnswers &
  CalendarAnswers &
  EventAnswers &
  TransferAnswers &
  WebhookAnswers
