import {
  ChangeMembers,
  CreateAudience,
  ListAudienceMembers,
  ListAudiences,
  MatchList,
  UndoChange,
  UpdateAudience,
} from "../admin/engage/audiences/validators"
import { GetRfm, GetRfmMoves } from "../admin/engage/rfm/validators"
import type { AdminRoutes } from "./entry"

/** Frozen audiences, and groups by recency, frequency and money. */
export const audienceRoutes = {
  "GET /admin/engage/audiences": { summary: "List or search audiences", query: ListAudiences },
  "POST /admin/engage/audiences": {
    summary: "Freeze an audience: from a segment, a rule, a list of people, or empty",
    body: CreateAudience,
    ruleProblems: true,
  },
  "POST /admin/engage/audiences/match": {
    summary: "Whom a list names and which of its lines name nobody, without saving anything",
    body: MatchList,
  },
  "GET /admin/engage/audiences/:id": { summary: "One audience with its numbers" },
  "POST /admin/engage/audiences/:id": {
    summary: "Rename an audience, file it or archive it; what is left out stays",
    body: UpdateAudience,
  },
  "DELETE /admin/engage/audiences/:id": {
    summary: "Delete an audience",
    details: "Refused while a draft or a segment uses it.",
  },
  "GET /admin/engage/audiences/:id/members": {
    summary: "Who is in the audience",
    query: ListAudienceMembers,
  },
  "POST /admin/engage/audiences/:id/members": {
    summary: "Add people to an audience or take them out",
    body: ChangeMembers,
  },
  "GET /admin/engage/audiences/:id/changes": { summary: "The latest changes of its members" },
  "POST /admin/engage/audiences/:id/changes": {
    summary: "Undo a change of members",
    body: UndoChange,
  },
  "GET /admin/engage/audiences/:id/drift": {
    summary: "How the members would differ if the rule decided now",
  },
  "GET /admin/engage/rfm": {
    summary: "Buyers by recency, frequency and money, with ranges and revenue",
    query: GetRfm,
  },
  "GET /admin/engage/rfm/moves": {
    summary: "How buyers moved between the groups from one day to another",
    query: GetRfmMoves,
  },
} satisfies Partial<AdminRoutes>
