import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { BlockOf } from "../../../types/document"
import { useBlockList } from "./block-list-context"
import { conditionWords } from "./condition-words"
import { useVariableLabel } from "./use-variable-label"

/** What is shown to some, and what to the others. */
export function ConditionView({ block }: { block: BlockOf<"condition"> }) {
  const BlockListView = useBlockList()
  const { t } = useTranslation("engage")
  const labelOf = useVariableLabel()
  return (
    <Branch title={t("editor.view.onlyIf", { rule: conditionWords(block, labelOf, t) })}>
      <BlockListView blocks={block.blocks} list={{ parent: block.id, slot: 0 }} />
      <BranchTitle>{t("editor.view.otherwise")}</BranchTitle>
      <BlockListView blocks={block.otherwise} list={{ parent: block.id, slot: 1 }} />
    </Branch>
  )
}

/** What is repeated for each thing of a list. */
export function LoopView({ block }: { block: BlockOf<"loop"> }) {
  const BlockListView = useBlockList()
  const { t } = useTranslation("engage")
  return (
    <Branch
      title={t("editor.view.forEach", {
        list: t(`editor.list.${block.list.replace(".", "_")}`),
        count: block.limit,
      })}
    >
      <BlockListView blocks={block.blocks} list={{ parent: block.id, slot: 0 }} />
    </Branch>
  )
}

function Branch({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div style={{ margin: "0 8px", border: "1px dashed #93c5fd", borderRadius: 8 }}>
      <BranchTitle>{title}</BranchTitle>
      {children}
    </div>
  )
}

function BranchTitle({ children }: { children: ReactNode }) {
  return (
    <div
      style={{
        padding: "4px 12px",
        background: "#eff6ff",
        color: "#1e40af",
        fontFamily: "Inter, sans-serif",
        fontSize: 12,
      }}
    >
      {children}
    </div>
  )
}
