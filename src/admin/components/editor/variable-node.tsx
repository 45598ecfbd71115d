import { mergeAttributes, Node } from "@tiptap/core"
import { type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from "@tiptap/react"
import { Input, Label, Popover, Select, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { VARIABLE_FORMATS } from "../../../types/document"
import { useTemplateVariables } from "../../hooks/api/templates"
import { VariableMark } from "./rich-view"
import { useVariableLabel } from "./use-variable-label"

/** A variable inside of a text: one letter wide for the cursor, with a fallback and a way of writing its value. */
export const VariableNode = Node.create({
  name: "variable",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({
    path: { default: "" },
    fallback: { default: "" },
    format: { default: "plain" },
  }),
  parseHTML: () => [{ tag: "span[data-variable]" }],
  renderHTML: ({ HTMLAttributes }) => [
    "span",
    mergeAttributes(HTMLAttributes, { "data-variable": "" }),
  ],
  addNodeView: () => ReactNodeViewRenderer(VariableChip, { as: "span" }),
})

function VariableChip({ node, updateAttributes }: NodeViewProps) {
  const { t } = useTranslation("engage")
  const labelOf = useVariableLabel()
  const { data: variables = [] } = useTemplateVariables()
  const [open, setOpen] = useState(false)
  const { path, fallback, format } = node.attrs as {
    path: string
    fallback: string
    format: string
  }
  const variable = variables.find((candidate) => candidate.path === path)
  const missing = Boolean(variable?.nullable && !fallback)

  return (
    <NodeViewWrapper as="span" className="inline-block">
      <Popover open={open} onOpenChange={setOpen} modal>
        <Popover.Trigger asChild>
          <button
            type="button"
            contentEditable={false}
            className={missing ? "rounded outline outline-1 outline-red-500" : "rounded"}
            aria-label={t("editor.variable.edit", { name: labelOf(path) })}
          >
            <VariableMark>{labelOf(path)}</VariableMark>
          </button>
        </Popover.Trigger>
        <Popover.Content
          aria-label={t("editor.variable.edit", { name: labelOf(path) })}
          className="flex w-[280px] flex-col gap-y-3 p-4"
          collisionPadding={8}
        >
          <Text size="xsmall" className="text-ui-fg-subtle">
            {variable?.sample
              ? t("editor.variable.sample", { sample: variable.sample.slice(0, 60) })
              : t("editor.variable.noSample")}
          </Text>
          <div className="flex flex-col gap-y-1">
            <Label size="small" htmlFor="variable-fallback">
              {t("editor.variable.fallback")}
            </Label>
            <Input
              id="variable-fallback"
              size="small"
              value={fallback}
              aria-invalid={missing}
              onChange={(event) => updateAttributes({ fallback: event.target.value })}
            />
            <Text size="xsmall" className={missing ? "text-ui-fg-error" : "text-ui-fg-subtle"}>
              {t(
                variable?.nullable
                  ? "editor.variable.fallbackNeeded"
                  : "editor.variable.fallbackHint"
              )}
            </Text>
          </div>
          <div className="flex flex-col gap-y-1">
            <Label size="small" htmlFor="variable-format">
              {t("editor.variable.format")}
            </Label>
            <Select
              size="small"
              value={format}
              onValueChange={(value) => updateAttributes({ format: value })}
            >
              <Select.Trigger id="variable-format">
                <Select.Value />
              </Select.Trigger>
              <Select.Content>
                {VARIABLE_FORMATS.map((value) => (
                  <Select.Item key={value} value={value}>
                    {t(`editor.format.${value}`)}
                  </Select.Item>
                ))}
              </Select.Content>
            </Select>
          </div>
        </Popover.Content>
      </Popover>
    </NodeViewWrapper>
  )
}
