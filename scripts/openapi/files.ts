import { openApi } from "./document"
import { eventsPage } from "./events"
import { readmePage, schemasPage } from "./pages"

/** Files of `docs/api` under their names, as they should be now. */
export function referenceFiles(): Record<string, string> {
  const document = openApi()
  return {
    "openapi.json": `${JSON.stringify(document, null, 2)}\n`,
    "README.md": readmePage(document),
    "schemas.md": schemasPage(document),
    "events.md": eventsPage(),
  }
}
