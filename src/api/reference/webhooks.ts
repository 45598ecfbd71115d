import {
  CreateWebhook,
  ListDeliveries,
  ReplayFailed,
  UpdateWebhook,
} from "../admin/engage/webhooks/validators"
import type { AdminRoutes } from "./entry"

/** Addresses that are told of what happens, and what was told to them. */
export const webhookRoutes = {
  "GET /admin/engage/webhooks": { summary: "Addresses that are told of what happens" },
  "POST /admin/engage/webhooks": {
    summary: "Add an address",
    details: "Answers with its `secret`, which is not shown again.",
    body: CreateWebhook,
  },
  "GET /admin/engage/webhooks/:id": { summary: "One address with how it is doing" },
  "POST /admin/engage/webhooks/:id": {
    summary: "Change, pause or resume an address; what is left out stays",
    details: "While it is paused or stopped, what happens is kept, and told when it goes on.",
    body: UpdateWebhook,
  },
  "DELETE /admin/engage/webhooks/:id": { summary: "Delete an address; what waits is not sent" },
  "POST /admin/engage/webhooks/:id/secret": {
    summary: "Make a new secret",
    details: "For 24 hours everything is signed with the old one as well.",
  },
  "POST /admin/engage/webhooks/:id/trial": {
    summary: "Send a test at once",
    details: "Answers with what came of it. It is not tried again.",
  },
  "POST /admin/engage/webhooks/:id/replay": {
    summary: "Send again everything that was given up since some time",
    body: ReplayFailed,
  },
  "GET /admin/engage/webhooks/:id/deliveries": {
    summary: "What was sent to an address in the last 30 days, newest first",
    query: ListDeliveries,
  },
  "GET /admin/engage/webhooks/:id/deliveries/:delivery": {
    summary: "One delivery with what is sent and each try",
  },
  "POST /admin/engage/webhooks/:id/deliveries/:delivery/replay": {
    summary: "Send one delivery again",
    details: "It has the same `webhook-id` as before.",
  },
  "GET /admin/engage/webhook-event-types": { summary: "Events that an address can be told of" },
} satisfies Partial<AdminRoutes>
