import { ListMessages } from "../admin/engage/messages/validators"
import {
  CreateTemplate,
  ListTemplates,
  ListVariables,
  PreviewTemplate,
  UpdateTemplate,
} from "../admin/engage/templates/validators"
import type { AdminRoutes } from "./entry"

/** Templates, and messages made from them. */
export const messageRoutes = {
  "GET /admin/engage/templates": { summary: "List or search templates", query: ListTemplates },
  "POST /admin/engage/templates": {
    summary: "Create a template",
    details: "A mistake in its Liquid is refused with its part, line and column.",
    body: CreateTemplate,
  },
  "POST /admin/engage/templates/preview": {
    summary: "Render unsaved content as one profile would get it",
    details: "Mistakes in the content come back in `problems`, not as an error.",
    body: PreviewTemplate,
  },
  "GET /admin/engage/templates/variables": {
    summary: "What a template may insert, with a sample",
    query: ListVariables,
  },
  "GET /admin/engage/templates/:id": { summary: "One template" },
  "POST /admin/engage/templates/:id": {
    summary: "Change a template; what is left out stays",
    details: "A broadcast that has started keeps the content it was started with.",
    body: UpdateTemplate,
  },
  "DELETE /admin/engage/templates/:id": { summary: "Delete a template" },
  "POST /admin/engage/templates/:id/duplicate": { summary: "Make a copy" },
  "GET /admin/engage/messages": {
    summary: "Messages that the sandbox captured, newest first",
    query: ListMessages,
  },
  "GET /admin/engage/messages/:id": {
    summary: "One message as it was sent, with what happened to it",
    details:
      "`copy` says whether it is the captured message or was rendered again for this answer.",
  },
} satisfies Partial<AdminRoutes>
