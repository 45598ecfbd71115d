import { PaperClip, Plus, SquaresPlus, XCircle } from "@medusajs/icons"
import { Button, Text, clx } from "@medusajs/ui"
import { Fragment } from "react"
import { useTranslation } from "react-i18next"
import type { RuleGroup, RuleNode } from "../../../rules/ast"
import { MAX_DEPTH, type RulePath, addAt, emptyGroup, pathText } from "../../lib/rules"
import { copiedNode, useHasCopied } from "../../lib/rule-clipboard"
import { AttributePicker } from "./attribute-picker"
import { ConditionRow } from "./condition-row"
import { HasRow } from "./has-row"
import { Draggable } from "./drag"
import { RowActions } from "./node-actions"
import { useRules } from "./rule-context"
import { SequenceRow } from "./sequence-row"

type GroupEditorProps = { group: RuleGroup; path: RulePath }

/** A group: its rows with AND or OR between them, and ways to add to it. An excluding group is red. */
export function GroupEditor({ group, path }: GroupEditorProps) {
  const { t } = useTranslation("engage")
  const { problems, changeNode } = useRules()
  const root = !path.length
  const problem = problems.get(pathText(path))
  const toggleOp = () =>
    changeNode(path, (node) => ({ ...(node as RuleGroup), op: group.op === "and" ? "or" : "and" }))

  return (
    <div
      role="group"
      aria-label={t(group.not ? "segments.builder.excludeGroup" : "segments.builder.group")}
      className={clx(
        "flex flex-col gap-y-2",
        !root && "rounded-lg border border-dashed p-3",
        !root &&
          (group.not
            ? "bg-ui-bg-subtle border-ui-tag-red-icon"
            : "bg-ui-bg-subtle border-ui-border-strong"),
        root && group.not && "border-ui-tag-red-icon rounded-lg border border-dashed p-3",
        group.disabled && "grayscale"
      )}
    >
      {(!root || group.not) && <GroupHeader group={group} path={path} />}
      {group.children.map((child, index) => (
        <Fragment key={index}>
          {index > 0 && <OpPill op={group.op} onToggle={toggleOp} />}
          <Draggable path={[...path, index]}>
            <Node node={child} path={[...path, index]} />
          </Draggable>
        </Fragment>
      ))}
      {problem && (
        <Text size="xsmall" role="alert" className="text-ui-fg-error">
          {problem}
        </Text>
      )}
      {group.disabled && (
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("segments.builder.disabledHint")}
        </Text>
      )}
      <AddButtons group={group} path={path} />
    </div>
  )
}

function Node({ node, path }: { node: RuleNode; path: RulePath }) {
  if (node.type === "group") return <GroupEditor group={node} path={path} />
  if (node.type === "has") return <HasRow node={node} path={path} />
  if (node.type === "sequence") return <SequenceRow node={node} path={path} />
  return <ConditionRow node={node} path={path} />
}

function GroupHeader({ group, path }: GroupEditorProps) {
  const { t } = useTranslation("engage")
  const { changeNode } = useRules()
  const turn = () => changeNode(path, (node) => ({ ...(node as RuleGroup), not: !group.not }))

  return (
    <div className="flex items-center justify-between gap-x-2">
      <Text
        size="small"
        leading="compact"
        weight="plus"
        className={group.not ? "text-ui-tag-red-text" : "text-ui-fg-subtle"}
      >
        {t(`segments.builder.${group.not ? "exclude" : "include"}.${group.op}`)}
      </Text>
      <div className="flex items-center gap-x-1">
        <Button size="small" variant="transparent" onClick={turn}>
          {t(group.not ? "segments.builder.turnInclude" : "segments.builder.turnExclude")}
        </Button>
        {path.length > 0 && <RowActions node={group} path={path} />}
      </div>
    </div>
  )
}

function OpPill({ op, onToggle }: { op: "and" | "or"; onToggle: () => void }) {
  const { t } = useTranslation("engage")
  return (
    <div className="flex items-center gap-x-2 pl-3">
      <button
        type="button"
        onClick={onToggle}
        title={t("segments.builder.toggleOp")}
        aria-label={t("segments.builder.opLabel", { op: t(`segments.builder.op.${op}`) })}
        className={clx(
          "txt-compact-xsmall-plus transition-fg focus-visible:shadow-borders-focus rounded-full border px-2.5 py-0.5 uppercase outline-none",
          op === "and"
            ? "bg-ui-tag-blue-bg border-ui-tag-blue-border text-ui-tag-blue-text hover:bg-ui-tag-blue-bg-hover"
            : "bg-ui-tag-purple-bg border-ui-tag-purple-border text-ui-tag-purple-text hover:bg-ui-tag-purple-bg-hover"
        )}
      >
        {t(`segments.builder.op.${op}`)}
      </button>
    </div>
  )
}

function AddButtons({ group, path }: GroupEditorProps) {
  const { t } = useTranslation("engage")
  const { change } = useRules()
  const pastes = useHasCopied()
  const add = (node: RuleNode) => change((root) => addAt(root, path, node))

  return (
    <div className="flex flex-wrap items-center gap-1">
      <AttributePicker
        onPick={add}
        trigger={
          <Button
            size="small"
            variant={group.children.length || path.length ? "transparent" : "secondary"}
          >
            <Plus />
            {t("segments.builder.addCondition")}
          </Button>
        }
      />
      {path.length < MAX_DEPTH && (
        <>
          <Button
            size="small"
            variant="transparent"
            onClick={() => add(emptyGroup(group.op === "and" ? "or" : "and"))}
          >
            <SquaresPlus />
            {t("segments.builder.addGroup")}
          </Button>
          <Button size="small" variant="transparent" onClick={() => add(emptyGroup("or", true))}>
            <XCircle />
            {t("segments.builder.addExclude")}
          </Button>
        </>
      )}
      {pastes && (
        <Button
          size="small"
          variant="transparent"
          onClick={() => {
            const copied = copiedNode()
            if (copied) add(copied)
          }}
        >
          <PaperClip />
          {t("segments.builder.paste")}
        </Button>
      )}
    </div>
  )
}
