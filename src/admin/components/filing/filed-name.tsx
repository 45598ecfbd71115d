import { Badge, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

type FiledNameProps = {
  row: { name: string; folder: string; tags: string[] }
  /** What is said below the name. */
  detail?: ReactNode
  /** Whether that is bad news. */
  error?: boolean
  title?: string
}

/** A thing by its folder, name and tags, with a line below. */
export function FiledName({ row: { name, folder, tags }, detail, error, title }: FiledNameProps) {
  return (
    <span className="flex max-w-[320px] flex-col py-1">
      <Text as="span" size="small" leading="compact" weight="plus" className="truncate">
        {folder && <span className="text-ui-fg-subtle font-normal">{folder} / </span>}
        {name}
      </Text>
      {tags.length > 0 && (
        <span className="flex flex-wrap gap-1 py-1">
          {tags.map((tag) => (
            <Badge key={tag} size="2xsmall" className="max-w-[160px]">
              <span className="truncate">{tag}</span>
            </Badge>
          ))}
        </span>
      )}
      {detail && (
        <Text
          as="span"
          size="xsmall"
          leading="compact"
          className={error ? "text-ui-fg-error truncate" : "text-ui-fg-subtle truncate"}
          title={title}
        >
          {detail}
        </Text>
      )}
    </span>
  )
}
