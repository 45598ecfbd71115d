import {
  ArrowDownMini,
  ArrowUpMini,
  Bookmarks,
  DotsSix,
  SquareTwoStack,
  Trash,
} from "@medusajs/icons"
import { IconButton } from "@medusajs/ui"
import { type HTMLAttributes, type ReactNode, useState } from "react"
import { useTranslation } from "react-i18next"
import type { Block } from "../../../types/document"
import { SaveBlockDialog } from "./save-block-dialog"

type BlockToolsProps = {
  block: Block
  /** What makes a button the grip by which the block is dragged. */
  grip: HTMLAttributes<HTMLButtonElement>
  first: boolean
  last: boolean
  onStep: (by: -1 | 1) => void
  onDuplicate: () => void
  onRemove: () => void
}

/** What can be done with the chosen block as a whole. */
export function BlockTools(props: BlockToolsProps) {
  const { block, grip, first, last, onStep, onDuplicate, onRemove } = props
  const { t } = useTranslation("engage")
  const [saving, setSaving] = useState(false)

  return (
    <div
      role="toolbar"
      aria-label={t("editor.tools.title")}
      onClick={(event) => event.stopPropagation()}
      className="bg-ui-bg-base shadow-elevation-flyout absolute -right-2 top-1 z-30 flex translate-x-full flex-col gap-y-0.5 rounded-lg p-1"
    >
      <Tool label={t("editor.tools.drag")} rest={grip} className="cursor-grab touch-none">
        <DotsSix />
      </Tool>
      <Tool label={t("editor.tools.up")} disabled={first} onClick={() => onStep(-1)}>
        <ArrowUpMini />
      </Tool>
      <Tool label={t("editor.tools.down")} disabled={last} onClick={() => onStep(1)}>
        <ArrowDownMini />
      </Tool>
      <Tool label={t("editor.tools.duplicate")} onClick={onDuplicate}>
        <SquareTwoStack />
      </Tool>
      <Tool label={t("editor.tools.save")} onClick={() => setSaving(true)}>
        <Bookmarks />
      </Tool>
      <Tool label={t("editor.tools.remove")} onClick={onRemove}>
        <Trash />
      </Tool>
      {saving && <SaveBlockDialog block={block} onClose={() => setSaving(false)} />}
    </div>
  )
}

type ToolProps = {
  label: string
  children: ReactNode
  onClick?: () => void
  disabled?: boolean
  className?: string
  rest?: HTMLAttributes<HTMLButtonElement>
}

function Tool({ label, children, rest, ...button }: ToolProps) {
  return (
    <IconButton
      type="button"
      size="small"
      variant="transparent"
      title={label}
      {...rest}
      {...button}
      aria-label={label}
    >
      {children}
    </IconButton>
  )
}
