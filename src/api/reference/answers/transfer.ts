import type { Export, Import, ImportKindInfo, ImportRow } from "../../../types/transfer"
import type { Deleted, Listed } from "./shapes"

/** @internal */
export type TransferAnswers = {
  "GET /admin/engage/imports": Listed<"imports", Import>
  "POST /admin/engage/imports": { import: Import }
  "GET /admin/engage/imports/kinds": { kinds: ImportKindInfo[] }
  "GET /admin/engage/imports/:id": { import: Import }
  "POST /admin/engage/imports/:id": { import: Import }
  "DELETE /admin/engage/imports/:id": Deleted<"import">
  "POST /admin/engage/imports/:id/check": { import: Import }
  "POST /admin/engage/imports/:id/start": { import: Import }
  "POST /admin/engage/imports/:id/cancel": { import: Import }
  "POST /admin/engage/imports/:id/undo": { import: Import }
  "GET /admin/engage/imports/:id/rows": { rows: ImportRow[] }
  "GET /admin/engage/imports/:id/refused": string
  "GET /admin/engage/exports": Listed<"exports", Export>
  "POST /admin/engage/exports": { export: Export }
  "GET /admin/engage/exports/:id/file": string
}
