import { ReadDeliverability } from "../admin/engage/deliverability/validators"
import { ReadSending, SaveLimits, SavePrices, SaveWarmUp } from "../admin/engage/sending/validators"
import { CreateSender, SaveSenderRules, UpdateSender } from "../admin/engage/senders/validators"
import {
  AddSuppression,
  EndStorm,
  ListSuppressions,
  ReleaseSuppression,
} from "../admin/engage/suppressions/validators"
import type { AdminRoutes } from "./entry"

/** How messages arrive, and who gets none. */
export const deliveryRoutes = {
  "GET /admin/engage/deliverability": {
    summary:
      "How messages of a channel arrived, by mailbox provider or phone operator, and what went wrong",
    query: ReadDeliverability,
  },
  "GET /admin/engage/sending": {
    summary:
      "The services a channel sends through: whether they take messages, their limits and warm-up, and what waits",
    query: ReadSending,
  },
  "POST /admin/engage/sending/limits": {
    summary: "Set all limits of a service",
    details:
      "No time as long as `seconds` has more than `max` messages, whichever worker sends them. A `destination` is a domain (and what stands below it) or the beginning of a phone number; empty for all messages. Obeyed within a second.",
    body: SaveLimits,
  },
  "POST /admin/engage/sending/prices": {
    summary: "Set all prices of a service",
    details:
      "A price is for one message, or for one part of a text message, in thousandths of a minor unit of the shop's currency. `destination` is the beginning of a phone number, such as `+49`, or empty for all others; the most exact one holds. What was sent before keeps its cost.",
    body: SavePrices,
  },
  "POST /admin/engage/sending/warm-up": {
    summary: "Begin the warm-up of a service, change the one under way, or end it with null",
    details:
      "Day n has `first_day × (1 + growth_percent / 100)^(n - 1)` messages, until it would be `full_day`. What is over waits for the next day of the shop.",
    body: SaveWarmUp,
  },
  "GET /admin/engage/senders": {
    summary: "Whom messages can come from, and who writes to whom",
    details:
      "`state` is `shop` for an address of the domain the shop sends from anyway, else what the last look at its SPF, DKIM and DMARC records found.",
  },
  "POST /admin/engage/senders": {
    summary: "Add a sender",
    details:
      "A broadcast, a version of a test and a message of a campaign can choose it by its id.",
    body: CreateSender,
  },
  "POST /admin/engage/senders/:id": {
    summary: "Change a sender, for what is started from now on",
    body: UpdateSender,
  },
  "DELETE /admin/engage/senders/:id": {
    summary: "Take a sender away, with its rules; what is being sent keeps it",
  },
  "POST /admin/engage/senders/:id/check": {
    summary: "Look up SPF, DKIM and DMARC of a sender's domain",
    details: "DKIM is looked up if the name of the key is known: with SMTP and the option `dkim`.",
  },
  "POST /admin/engage/sender-rules": {
    summary: "Set all rules that say who writes to whom",
    details:
      "The first rule that fits a person's language and the sales channel they bought in last counts; where none fits, the shop's own sender writes. What uses them has `rules` as its sender.",
    body: SaveSenderRules,
  },
  "GET /admin/engage/suppressions": {
    summary: "Addresses that get nothing, the latest first",
    query: ListSuppressions,
  },
  "POST /admin/engage/suppressions": {
    summary: "Have an address get nothing",
    details: "At once, even of what is being sent. An address that is suppressed already stays so.",
    body: AddSuppression,
  },
  "POST /admin/engage/suppressions/release": {
    summary: "Let an address have messages again",
    body: ReleaseSuppression,
  },
  "POST /admin/engage/suppressions/storms": {
    summary: "Say what became of a domain's addresses that came back all at once",
    details:
      "A domain stands in `storms` of the deliverability when many of its addresses were given up within a day that had been alive before. `dead` leaves them suppressed and asks no more; otherwise all have messages again.",
    body: EndStorm,
  },
} satisfies Partial<AdminRoutes>
