import { ArrowUturnLeft, Keyboard, SquareTwoStack, Trash } from "@medusajs/icons"
import { Button, IconButton, Text, Tooltip } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useFlow } from "../flow-context"

type CanvasToolsProps = {
  /** Steps that what is pressed is done to. */
  chosen: string[]
  onRemove: () => void
  onPaste: () => void
  onHelp: () => void
}

/** What can be done to the chosen steps, for the mouse; the keyboard has the same. */
export function CanvasTools({ chosen, onRemove, onPaste, onHelp }: CanvasToolsProps) {
  const { t } = useTranslation("engage")
  const { actions } = useFlow()
  const none = !chosen.length
  const onCopy = () => {
    const text = actions.copy(chosen)
    // The clipboard of the computer is not there on plain http; other campaigns of this browser take the steps anyway.
    if (text) void navigator.clipboard?.writeText(text).catch(() => undefined)
  }
  return (
    <div
      role="toolbar"
      aria-label={t("builder.tools")}
      className="flex flex-wrap items-center gap-1 px-3 py-2"
    >
      <Tool
        label={t("actions.undo")}
        keys="Ctrl Z"
        disabled={!actions.canUndo}
        onClick={actions.undo}
      >
        <ArrowUturnLeft />
      </Tool>
      <Tool
        label={t("actions.redo")}
        keys="Ctrl Y"
        disabled={!actions.canRedo}
        onClick={actions.redo}
      >
        <ArrowUturnLeft className="-scale-x-100" />
      </Tool>
      <span className="bg-ui-border-base mx-1 h-4 w-px" aria-hidden />
      <Button size="small" variant="transparent" disabled={none} onClick={onCopy}>
        {t("builder.copy")}
      </Button>
      <Button size="small" variant="transparent" onClick={onPaste}>
        {t("builder.paste")}
      </Button>
      <Tool
        label={t("actions.duplicate")}
        keys="Ctrl D"
        disabled={chosen.length !== 1}
        onClick={() => actions.duplicate(chosen[0])}
      >
        <SquareTwoStack />
      </Tool>
      <Tool label={t("campaigns.flow.remove")} keys="Delete" disabled={none} onClick={onRemove}>
        <Trash />
      </Tool>
      {chosen.length > 1 && (
        <Text size="small" className="text-ui-fg-subtle px-1" role="status">
          {t("builder.chosen", { count: chosen.length })}
        </Text>
      )}
      <Button size="small" variant="transparent" className="ml-auto" onClick={onHelp}>
        <Keyboard />
        {t("builder.keys.title")}
      </Button>
    </div>
  )
}

type ToolProps = {
  label: string
  keys: string
  disabled: boolean
  onClick: () => void
  children: ReactNode
}

function Tool({ label, keys, disabled, onClick, children }: ToolProps) {
  return (
    <Tooltip content={`${label} (${keys})`}>
      <IconButton
        size="small"
        variant="transparent"
        aria-label={label}
        disabled={disabled}
        onClick={onClick}
      >
        {children}
      </IconButton>
    </Tooltip>
  )
}
