import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { StoredFile } from "../../../types/stored-file"
import { UsedIn } from "../filing/used-in"

/** What needs a file: templates and the like, messages that were sent with it, or nothing. */
export function FileUse({ file: { used_in, sent } }: { file: StoredFile }) {
  const { t } = useTranslation("engage")
  if (!used_in.length && !sent) return <Badge size="2xsmall">{t("files.unused")}</Badge>
  return (
    <span className="flex flex-wrap items-center gap-1">
      {used_in.length > 0 && <UsedIn uses={used_in} />}
      {sent && <Badge size="2xsmall">{t("files.sent")}</Badge>}
    </span>
  )
}
