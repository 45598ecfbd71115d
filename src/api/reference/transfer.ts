import { CreateExport, ListExports } from "../admin/engage/exports/validators"
import { ListImportRows, ListImports, UpdateImport } from "../admin/engage/imports/validators"
import type { AdminRoutes } from "./entry"

/** Files in and out. */
export const transferRoutes = {
  "GET /admin/engage/imports": { summary: "List imports, latest first", query: ListImports },
  "POST /admin/engage/imports": {
    summary: "Upload a file to import",
    details:
      "`multipart/form-data` with `kind` (profiles, consents or events), optionally `mapping` and `settings` as JSON, and last the " +
      "`file`: CSV, JSON or NDJSON, read as it arrives. Nothing is written to profiles before the import is started.",
  },
  "GET /admin/engage/imports/kinds": {
    summary: "What files can bring in, and the fields their columns can be mapped to",
  },
  "GET /admin/engage/imports/:id": { summary: "One import with its progress" },
  "POST /admin/engage/imports/:id": {
    summary: "Say which column is which field",
    body: UpdateImport,
  },
  "DELETE /admin/engage/imports/:id": {
    summary: "Delete an import with its uploaded rows",
    details: "What it wrote stays; undo it first to take that back.",
  },
  "POST /admin/engage/imports/:id/check": { summary: "Try the whole file without writing" },
  "POST /admin/engage/imports/:id/start": { summary: "Write the rows" },
  "POST /admin/engage/imports/:id/cancel": {
    summary: "Stop after the rows in hand",
    details: "What has been written stays, and can be undone.",
  },
  "POST /admin/engage/imports/:id/undo": {
    summary: "Take back what the import wrote",
    details:
      "Values that somebody has changed since, and people who have done something since, stay.",
  },
  "GET /admin/engage/imports/:id/rows": {
    summary: "Rows of the file with what became of them",
    query: ListImportRows,
  },
  "GET /admin/engage/imports/:id/refused": {
    summary: "The refused rows as a CSV file, with the reason in the last column",
  },
  "GET /admin/engage/exports": { summary: "Who exported what, latest first", query: ListExports },
  "POST /admin/engage/exports": {
    summary: "Make an export",
    details: "Notes who takes what; the file is read under the answer's `url`.",
    body: CreateExport,
  },
  "GET /admin/engage/exports/:id/file": {
    summary: "The exported file, streamed as it is made",
  },
} satisfies Partial<AdminRoutes>
