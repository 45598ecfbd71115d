import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"

type FiledNameProps = {
  row: { name: string; folder: string }
  /** What is said below the name. */
  detail?: ReactNode
  /** Whether that is bad news. */
  error?: boolean
  title?: string
}

/** A thing by its folder and name, with a line below. */
export function FiledName({ row: { name, folder }, detail, error, title }: FiledNameProps) {
  return (
    <span className="flex max-w-[320px] flex-col py-1">
      <Text as="span" size="small" leading="compact" weight="plus" className="truncate">
        {folder && <span className="text-ui-fg-subtle font-normal">{folder} / </span>}
        {name}
      </Text>
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
