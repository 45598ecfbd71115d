import { clx } from "@medusajs/ui"
import { fileUrl } from "../../lib/client"

type FileLinkProps = { id: string; name: string; className: string }

/** The name of an attached file; pressing it saves the file. */
export function FileLink({ id, name, className }: FileLinkProps) {
  return (
    <a
      href={fileUrl(`/admin/engage/attachments/${id}`)}
      download={name}
      className={clx(
        "text-ui-fg-base hover:text-ui-fg-interactive focus-visible:shadow-borders-focus truncate rounded-sm outline-none",
        className
      )}
    >
      {name}
    </a>
  )
}
