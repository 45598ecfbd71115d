import {
  ArrowDownMini,
  ArrowUpMini,
  PaperClip,
  EllipsisHorizontal,
  Eye,
  EyeSlash,
  SquareTwoStack,
  SquaresPlus,
  Trash,
} from "@medusajs/icons"
import { DropdownMenu, IconButton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { RuleGroup, RuleNode } from "../../../rules/ast"
import { copyNode } from "../../lib/rule-clipboard"
import { MAX_DEPTH, type RulePath, emptyGroup } from "../../lib/rules"
import { DragHandle } from "./drag"
import { PartCount } from "./part-count"
import { useRules } from "./rule-context"

/** What stands at the end of a row: how many people it finds, its grip, its menu. */
export function RowActions({ node, path }: { node: RuleNode; path: RulePath }) {
  return (
    <span className="flex shrink-0 items-center gap-x-1">
      <PartCount path={path} />
      <DragHandle />
      <NodeActions node={node} path={path} />
    </span>
  )
}

/** The menu of a row or group: duplicate, set aside, put into a group, delete. */
function NodeActions({ node, path }: { node: RuleNode; path: RulePath }) {
  const { t } = useTranslation("engage")
  const { changeNode } = useRules()
  const last = path.at(-1) ?? 0
  const swap = (by: 1 | -1) =>
    changeNode(path.slice(0, -1), (parent) => {
      const children = [...(parent as RuleGroup).children]
      const [moved] = children.splice(last, 1)
      children.splice(last + by, 0, moved)
      return { ...(parent as RuleGroup), children }
    })

  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <IconButton size="small" variant="transparent" type="button" aria-label={t("actions.more")}>
          <EllipsisHorizontal />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end">
        <DropdownMenu.Item
          className="gap-x-2"
          onClick={() => changeNode(path, (before) => [before, structuredClone(before)])}
        >
          <SquareTwoStack className="text-ui-fg-subtle" />
          {t("actions.duplicate")}
        </DropdownMenu.Item>
        <DropdownMenu.Item className="gap-x-2" onClick={() => copyNode(node)}>
          <PaperClip className="text-ui-fg-subtle" />
          {t("segments.builder.copy")}
        </DropdownMenu.Item>
        {last > 0 && (
          <DropdownMenu.Item className="gap-x-2" onClick={() => swap(-1)}>
            <ArrowUpMini className="text-ui-fg-subtle" />
            {t("segments.builder.moveUp")}
          </DropdownMenu.Item>
        )}
        <DropdownMenu.Item className="gap-x-2" onClick={() => swap(1)}>
          <ArrowDownMini className="text-ui-fg-subtle" />
          {t("segments.builder.moveDown")}
        </DropdownMenu.Item>
        <DropdownMenu.Item
          className="gap-x-2"
          onClick={() => changeNode(path, (before) => ({ ...before, disabled: !before.disabled }))}
        >
          {node.disabled ? (
            <Eye className="text-ui-fg-subtle" />
          ) : (
            <EyeSlash className="text-ui-fg-subtle" />
          )}
          {t(node.disabled ? "segments.builder.enable" : "segments.builder.disable")}
        </DropdownMenu.Item>
        {path.length < MAX_DEPTH && (
          <DropdownMenu.Item
            className="gap-x-2"
            onClick={() => changeNode(path, (before) => ({ ...emptyGroup(), children: [before] }))}
          >
            <SquaresPlus className="text-ui-fg-subtle" />
            {t("segments.builder.intoGroup")}
          </DropdownMenu.Item>
        )}
        <DropdownMenu.Separator />
        <DropdownMenu.Item className="gap-x-2" onClick={() => changeNode(path, () => null)}>
          <Trash className="text-ui-fg-subtle" />
          {t("actions.delete")}
        </DropdownMenu.Item>
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
