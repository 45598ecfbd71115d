import {
  DecideTypo,
  ListChanges,
  ListRuns,
  ListTypos,
  RecheckProblem,
  SetRule,
  StartRun,
} from "../admin/engage/quality/validators"
import type { AdminRoutes } from "./entry"

/** How good contact data is, and what is done about it. */
export const qualityRoutes = {
  "GET /admin/engage/quality": {
    summary: "How many e-mail addresses, phone numbers, addresses and time zones can be relied on",
  },
  "POST /admin/engage/quality/problems/recheck": {
    summary: "Check everybody again whose address cannot be used for one reason",
    details:
      "Messages that came back so far no longer count. Complaints, unsubscribing and what staff has blocked stay.",
    body: RecheckProblem,
  },
  "GET /admin/engage/quality/rules": {
    summary: "The rules for contact data, with their last check and repair",
  },
  "POST /admin/engage/quality/rules/:rule": {
    summary: "Switch a rule on or off, or change how many messages may come back",
    details:
      "A change counts for what is read from now on; a repair applies the rule to everybody.",
    body: SetRule,
  },
  "GET /admin/engage/quality/runs": {
    summary: "Checks and repairs, latest first",
    query: ListRuns,
  },
  "POST /admin/engage/quality/runs": {
    summary: "Look at everybody by some rules",
    details:
      "A `check` only notes what would change; a `repair` changes it and can be undone. It goes on in the background, one run at a time.",
    body: StartRun,
  },
  "GET /admin/engage/quality/runs/:id": {
    summary: "How far a run is, and how many people it changes in each field",
  },
  "GET /admin/engage/quality/runs/:id/changes": {
    summary: "Values before and after a run",
    query: ListChanges,
  },
  "GET /admin/engage/quality/runs/:id/file": { summary: "Values before and after a run, as CSV" },
  "POST /admin/engage/quality/runs/:id/cancel": { summary: "Stop a run; what it changed stays" },
  "POST /admin/engage/quality/runs/:id/undo": {
    summary: "Put back what a repair changed, where nobody has changed it since",
  },
  "GET /admin/engage/quality/typos": {
    summary: "E-mail domains that may be slips of the hand, with the one probably meant",
    query: ListTypos,
  },
  "POST /admin/engage/quality/typos/:domain": {
    summary: "Accept a suggestion for everybody with the domain, or dismiss it",
    details: "What the shop has stays as it is; messages go to the address that was meant.",
    body: DecideTypo,
  },
  "GET /admin/engage/quality/typos/:domain/people": {
    summary: "People whose address has such a domain",
    query: ListRuns,
  },
  "POST /admin/engage/profiles/:id/recheck": {
    summary: "Read a person's e-mail, phone, address and time zone anew from what the shop has",
    details: "Messages that came back so far no longer count against the address.",
  },
  "POST /admin/engage/profiles/:id/typo": {
    summary: "Accept or dismiss the suggested e-mail address of one person",
    body: DecideTypo,
  },
} satisfies Partial<AdminRoutes>
