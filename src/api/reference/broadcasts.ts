import {
  CreateBroadcast,
  ListBroadcasts,
  ListPeople,
  ListRuns,
  PickWinner,
  ReviseBroadcast,
  SteerSeries,
  UpdateBroadcast,
} from "../admin/engage/broadcasts/validators"
import { SaveTestLists } from "../admin/engage/test-lists/validators"
import type { AdminRoutes } from "./entry"
import { TestMessage, TestMessageList } from "../test-message"

/** Broadcasts, from the draft to the report. */
export const broadcastRoutes = {
  "GET /admin/engage/broadcasts": { summary: "List or search broadcasts", query: ListBroadcasts },
  "POST /admin/engage/broadcasts": { summary: "Create a draft", body: CreateBroadcast },
  "GET /admin/engage/broadcasts/:id": {
    summary: "One broadcast with its status and live progress",
  },
  "POST /admin/engage/broadcasts/:id": {
    summary: "Change a broadcast; what is left out stays",
    details:
      "After the start only `name`, `attribution_days` and `attribution_terms` can change; the orders are then credited anew.",
    body: UpdateBroadcast,
  },
  "DELETE /admin/engage/broadcasts/:id": { summary: "Delete a draft" },
  "POST /admin/engage/broadcasts/:id/duplicate": { summary: "Make a new draft of it" },
  "POST /admin/engage/broadcasts/:id/review": {
    summary: "Who would get it now, who not and why, and what stands in the way",
  },
  "GET /admin/engage/test-lists": { summary: "Lists of addresses that tests are sent to" },
  "POST /admin/engage/test-lists": {
    summary: "Set all lists of addresses that tests are sent to",
    body: SaveTestLists,
  },
  "POST /admin/engage/broadcasts/:id/test-message/list": {
    summary: "Send a test to every address of a list that the channel can write to",
    details: "One after the other; what became of each comes back. Tests stand in no report.",
    body: TestMessageList,
  },
  "POST /admin/engage/broadcasts/:id/test-message": {
    summary: "Send one message to an address of yours",
    details: "It is rendered for `profile_id`, or for a made-up person, and counted in no report.",
    body: TestMessage,
  },
  "POST /admin/engage/broadcasts/:id/start": {
    summary:
      "Freeze the audience and begin to send, or schedule it if `plan.schedule` names a time",
    details:
      "Refused without a segment or audience and a template without mistakes, and when it has been started already.",
  },
  "POST /admin/engage/broadcasts/:id/pause": { summary: "Hold what has not been sent" },
  "POST /admin/engage/broadcasts/:id/resume": { summary: "Go on after a pause" },
  "POST /admin/engage/broadcasts/:id/cancel": {
    summary: "End it; whoever still waits is skipped. A scheduled one becomes a draft again",
  },
  "POST /admin/engage/broadcasts/:id/retry": {
    summary: "Try again those whom the provider refused for a reason that may have passed",
  },
  "POST /admin/engage/broadcasts/:id/winner": {
    summary: "Send one variant of a test to those who wait for the winner",
    body: PickWinner,
  },
  "POST /admin/engage/broadcasts/:id/content": {
    summary: "While it is paused, give those who have not got it what a template says now",
    body: ReviseBroadcast,
  },
  "GET /admin/engage/broadcasts/:id/report": {
    summary: "Counters, revenue, losses, links and credited orders",
  },
  "GET /admin/engage/broadcasts/:id/people": {
    summary: "The people behind one number of the report",
    query: ListPeople,
  },
  "GET /admin/engage/broadcasts/:id/runs": {
    summary: "The runs of a repeating broadcast, the one to come and those that were missed",
    query: ListRuns,
  },
  "POST /admin/engage/broadcasts/:id/series": {
    summary: "Pause, resume or end a repeating broadcast",
    details:
      "`:id` is any of its runs. A paused one goes on at its next time; what was left out meanwhile is not sent. What is being sent now goes on.",
    body: SteerSeries,
  },
} satisfies Partial<AdminRoutes>
