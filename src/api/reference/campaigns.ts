import {
  CheckCampaign,
  CountWays,
  CreateCampaign,
  CreateOffer,
  DecideSplit,
  ListCampaignPeople,
  ListCampaigns,
  PreviewTrigger,
  PublishCampaign,
  ReadHoldout,
  ReportCampaign,
  SimulateCampaign,
  SteerPerson,
  TestCampaign,
  TestCampaignList,
  TryWebhook,
  UpdateCampaign,
} from "../admin/engage/campaigns/validators"
import type { AdminRoutes } from "./entry"

/** Campaigns that people walk through by themselves. */
export const campaignRoutes = {
  "GET /admin/engage/campaigns": { summary: "List or search campaigns", query: ListCampaigns },
  "POST /admin/engage/campaigns": { summary: "Create a draft", body: CreateCampaign },
  "POST /admin/engage/campaigns/offers": {
    summary: "Make the draft of an offer to a segment, with its message",
    details:
      "Whoever is in the segment, or comes into it, gets a promo code of their own, once. The draft says 10 %, for two weeks.",
    body: CreateOffer,
  },
  "GET /admin/engage/campaigns/recipes": {
    summary: "Campaigns to begin with",
  },
  "GET /admin/engage/campaigns/recipes/:key/reach": {
    summary: "How many people a recipe would have reached in the last 30 days",
    details: "`people` is null where the past is not known, or takes too long to be counted.",
  },
  "GET /admin/engage/campaigns/stages": {
    summary:
      "How many people are at each stage of their life with the shop, and which campaigns are meant for them",
    details:
      "Stages are made of RFM groups. Campaigns that are archived are left out; `recipes` are those that are made for the stage.",
  },
  "POST /admin/engage/campaigns/recipes/:key/install": {
    summary: "Make a draft of a recipe, with its messages and its segment",
  },
  "POST /admin/engage/campaigns/trigger-preview": {
    summary: "How often a trigger would have let people in during the last 30 days",
    details:
      "`times` and `people` are null where the past is not known, or while it is not set up.",
    body: PreviewTrigger,
  },
  "POST /admin/engage/campaigns/way-counts": {
    summary: "How many people would go each way of a step that asks about them",
    details:
      "People as they are now, of the trigger's segment if it has one, and of them who may come in. `rules` are those of the ways in order; the first that matches counts. Counting ends when the caller hangs up.",
    body: CountWays,
  },
  "POST /admin/engage/campaigns/webhook-trial": {
    summary: "Call another system once as a step of a campaign would, and see what it answers",
    details:
      "With one person and what last let somebody in. The call is real and signed; nothing of the answer is kept.",
    body: TryWebhook,
  },
  "GET /admin/engage/campaigns/staff-email": {
    summary: "Whether the staff can be told by e-mail",
    details: "By a provider of Medusa's notification module for the channel `email`.",
  },
  "GET /admin/engage/campaigns/webhook-secret": {
    summary: "By what calls of campaigns to other systems are signed",
    details:
      "Calls follow Standard Webhooks 1.0: `webhook-signature` is `v1,` and the base64 HMAC-SHA256 of `<webhook-id>.<webhook-timestamp>.<body>` under the base64 part of this secret.",
  },
  "GET /admin/engage/campaigns/:id": {
    summary: "One campaign with its draft, and what keeps it from being published",
  },
  "POST /admin/engage/campaigns/:id": {
    summary: "Change the draft",
    details:
      "People inside stay on the version they came in by. With `revision`, that of the draft that was changed, it is refused with 409 when somebody changed it since.",
    body: UpdateCampaign,
  },
  "DELETE /admin/engage/campaigns/:id": { summary: "Delete a campaign that was never published" },
  "POST /admin/engage/campaigns/:id/test-message": {
    summary: "Send what a step sends to an address of yours",
    details:
      "As `profile_id` would get it, with what let them in if they have been in the campaign; else with what let somebody in last, " +
      "would have, or samples: `context` tells which. Counted in no report.",
    body: TestCampaign,
  },
  "POST /admin/engage/campaigns/:id/test-message/list": {
    summary: "Send what a step sends to every address of a list that its channel can write to",
    details: "One after the other; what became of each comes back. Tests stand in no report.",
    body: TestCampaignList,
  },
  "POST /admin/engage/campaigns/:id/publish": {
    summary: "Make the draft the live version",
    details:
      "What happened before lets nobody in. People inside finish on the version they are in; with `move`, those who can go on in the new one where they stand.",
    body: PublishCampaign,
  },
  "POST /admin/engage/campaigns/:id/pause": { summary: "Hold everybody where they are" },
  "POST /admin/engage/campaigns/:id/resume": { summary: "Go on" },
  "POST /admin/engage/campaigns/:id/archive": {
    summary: "Put a draft or paused campaign away; everybody's way ends",
  },
  "POST /admin/engage/campaigns/:id/duplicate": { summary: "Make a copy as a draft" },
  "POST /admin/engage/campaigns/check": {
    summary: "What keeps a plan that is not saved from being published",
    body: CheckCampaign,
  },
  "GET /admin/engage/campaigns/:id/holdout": {
    summary: "What those who came in bought, against those kept out to compare",
    details:
      "Of people who came, or would have come, by a version with `holdout` above 0; orders count within the days in which the campaign's orders are credited (30 if none are). A person is on the side on which they were first. `verdict` goes by the 95 % interval of the revenue per person, and is `too_few` while a side has fewer than 100 buyers.",
    query: ReadHoldout,
  },
  "GET /admin/engage/campaigns/:id/report": {
    summary: "What became of everybody, step by step",
    details:
      "Of one version or all, and of a time or ever. Who is where is told as of now; messages count when sent, orders when placed.",
    query: ReportCampaign,
  },
  "GET /admin/engage/campaigns/:id/splits/:step": {
    summary: "How the ways of a split do that looks for its best one",
    details:
      "Of the people who were split since the test began and until a way won. Orders within 30 days of being split count; `p` is how likely a way differs as much from the first by chance alone.",
  },
  "POST /admin/engage/campaigns/:id/splits/:step": {
    summary: "Send everybody one way from now on, or split them again",
    details:
      "It counts for whoever comes to the split from now on, in every version that has the way.",
    body: DecideSplit,
  },
  "POST /admin/engage/campaigns/simulate": {
    summary:
      "Walk one person, or the last 1,000 whom the trigger would have let in, through a plan",
    details: "Nothing is sent or written. Rules and consent are those of now; times are made up.",
    body: SimulateCampaign,
  },
  "GET /admin/engage/campaigns/:id/changes": {
    summary: "What publishing the draft would change, also for the people inside",
  },
  "GET /admin/engage/campaigns/:id/versions/:version": {
    summary: "A version as it was published",
  },
  "POST /admin/engage/campaigns/:id/people/:enrollment_id": {
    summary: "Move one person inside to another step, skip their wait, or take them out",
    details:
      "Refused when the person has gone on meanwhile. Who did it stands in the person's path.",
    body: SteerPerson,
  },
  "GET /admin/engage/campaigns/:id/people": {
    summary: "Who came in, with the way each has taken; the latest first",
    query: ListCampaignPeople,
  },
} satisfies Partial<AdminRoutes>
