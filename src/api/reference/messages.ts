import { ListMessages } from "../admin/engage/messages/validators"
import {
  CreateTemplate,
  ImportTemplate,
  ListPictures,
  ListProducts,
  ListTemplates,
  ListVariables,
  PreflightTemplate,
  PreviewTemplate,
  UpdateTemplate,
} from "../admin/engage/templates/validators"
import { CreateSavedBlock, UpdateSavedBlock } from "../admin/engage/blocks/validators"
import { CreateConstant, UpdateConstant } from "../admin/engage/constants/validators"
import { CleanUpFiles, ListFiles } from "../admin/engage/files/validators"
import { CreateReplacement, PreviewReplacement } from "../admin/engage/replacements/validators"
import type { AdminRoutes } from "./entry"

/** Templates, and messages made from them. */
export const messageRoutes = {
  "GET /admin/engage/templates": { summary: "List or search templates", query: ListTemplates },
  "POST /admin/engage/templates/import": {
    summary: "Make a template of another tool's message",
    details:
      "`multipart/form-data` with a `file`: HTML, MJML (with the package `mjml` installed) or a ZIP of one of them with its pictures. " +
      "Placeholders of other tools become variables; what could not be taken over is told. With `as=blocks` texts, pictures, buttons " +
      "and columns become blocks of the editor, and what has no block stays HTML in a block of its own.",
    query: ImportTemplate,
  },
  "POST /admin/engage/pictures": {
    summary: "Upload a picture for messages",
    details:
      "`multipart/form-data` with a `file`: PNG, JPEG, GIF or WebP up to 10 MB. It lies where the shop keeps its files, where everybody can see it.",
  },
  "GET /admin/engage/files": {
    summary: "What was uploaded for messages, with what uses it",
    details:
      "Pictures and files that go along with e-mail, newest first. `unused` counts those older than a day that are in no template, " +
      "saved block, shop detail or replacement that can be taken back, were in no message, and are in no version of a campaign.",
    query: ListFiles,
  },
  "POST /admin/engage/files/clean-up": {
    summary: "Delete files that nothing uses",
    details:
      "What is used by now is kept, and told in `kept`. What is deleted cannot be brought back.",
    body: CleanUpFiles,
  },
  "POST /admin/engage/files/:id": {
    summary: "Put back a file that cannot be read any more",
    details:
      "`multipart/form-data` with the same `file`. Messages that wait for it leave within a quarter of an hour.",
  },
  "POST /admin/engage/attachments": {
    summary: "Upload a file that is to go along with e-mail",
    details:
      "`multipart/form-data` with a `file`. It lies where the shop keeps its files, and goes along once a template names it in `attachments`: " +
      "at most 10 files, 7 MB together. Programs, scripts and what mail services refuse beside them is refused.",
  },
  "GET /admin/engage/attachments/:id": { summary: "The file that goes along, to be saved" },
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
  "POST /admin/engage/templates/preflight": {
    summary: "Look for everything that is wrong with a message before anybody gets it",
    details:
      "Mistakes, links, pictures, size, words that read like spam, and what 100 people would see.",
    body: PreflightTemplate,
  },
  "GET /admin/engage/templates/gallery": {
    summary: "Finished messages to begin with, with the shop's own products and colour",
  },
  "GET /admin/engage/templates/pictures": {
    summary: "How some e-mails look, as the sample person would get them today",
    details:
      "For small pictures beside their names. What is no e-mail, or larger than 300 KB, is left out.",
    query: ListPictures,
  },
  "GET /admin/engage/templates/products": {
    summary: "The products that a message could show to one person",
    details:
      "Lists by source, and the products named in `ids` by their id. Without `profile_id` best sellers stand for every list.",
    query: ListProducts,
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
  "DELETE /admin/engage/templates/:id": {
    summary: "Delete a template",
    details: "Refused while a broadcast that has not ended or a campaign uses it.",
  },
  "POST /admin/engage/templates/:id/duplicate": { summary: "Make a copy" },
  "GET /admin/engage/blocks": { summary: "Saved blocks with the templates that have each" },
  "POST /admin/engage/blocks": {
    summary: "Save a block to be used again",
    body: CreateSavedBlock,
  },
  "POST /admin/engage/blocks/:id": {
    summary: "Change a saved block, and with `everywhere` each template that has it",
    details:
      "Messages that were sent stay as they are. `updated` tells how many templates were changed.",
    body: UpdateSavedBlock,
  },
  "DELETE /admin/engage/blocks/:id": {
    summary: "Forget a saved block; templates keep their copy of it",
  },
  "GET /admin/engage/constants": {
    summary: "Values that messages share, with the templates that use each",
  },
  "POST /admin/engage/constants": {
    summary: "Add a value that messages share",
    details: "A template says `{{ constants.<key> }}`.",
    body: CreateConstant,
  },
  "POST /admin/engage/constants/:key": {
    summary: "Change a shared value",
    details: "Whatever is sent from now on has it; messages that were sent keep what they had.",
    body: UpdateConstant,
  },
  "DELETE /admin/engage/constants/:key": {
    summary: "Delete a shared value that no template uses",
  },
  "GET /admin/engage/replacements": {
    summary: "What was replaced in all templates lately, newest first",
  },
  "POST /admin/engage/replacements/preview": {
    summary: "Where a text stands in all templates and saved blocks",
    details:
      "With some letters around each place, and why a template could not be saved with the new text, if so. Changes nothing.",
    body: PreviewReplacement,
  },
  "POST /admin/engage/replacements": {
    summary: "Replace a text in the chosen templates and saved blocks, in all or none of them",
    details:
      "`{{ constants.phone }}` finds the variable in blocks, too. Messages that were sent stay as they are.",
    body: CreateReplacement,
  },
  "POST /admin/engage/replacements/:id/undo": {
    summary: "Put back what stood there before",
    details: "What somebody has changed since keeps the change, and is named in `kept`.",
  },
  "GET /admin/engage/messages": {
    summary: "Messages that the sandbox captured, newest first",
    query: ListMessages,
  },
  "GET /admin/engage/messages/:id/why": {
    summary: "Why a message arrived or did not: every check, with what was found at that time",
  },
  "GET /admin/engage/messages/:id": {
    summary: "One message as it was sent, with what happened to it",
    details:
      "`copy` says whether it is the captured message, was made again with what was kept of the person (`as_sent`), or with today's data.",
  },
} satisfies Partial<AdminRoutes>
