import { Link } from "react-router-dom"
import type { MessageSource } from "../../../types/common"

const PAGES = { broadcast: "broadcasts", campaign: "campaigns" }

/** The way to what sent a message. */
export function SourceLink({ source }: { source: MessageSource }) {
  return (
    <Link
      to={`/engage/${PAGES[source.kind]}/${source.id}`}
      className="txt-compact-small text-ui-tag-blue-text hover:underline focus-visible:shadow-borders-focus rounded-sm outline-none"
    >
      {source.name}
    </Link>
  )
}
