import {
  EllipsisHorizontal,
  Eye,
  EyeSlash,
  SquareTwoStack,
  SquaresPlus,
  Trash,
} from "@medusajs/icons"
import { DropdownMenu, IconButton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { RuleNode } from "../../../rules/ast"
import { MAX_DEPTH, type RulePath, emptyGroup } from "../../lib/rules"
import { useRules } from "./rule-context"

/** The menu of a row or group: duplicate, set aside, put into a group, delete. */
export function NodeActions({ node, path }: { node: RuleNode; path: RulePath }) {
  const { t } = useTranslation("engage")
  const { changeNode } = useRules()

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
