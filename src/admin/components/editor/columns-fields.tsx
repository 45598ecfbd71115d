import { useTranslation } from "react-i18next"
import type { BlockOf } from "../../../types/document"
import { SelectField, SwitchField } from "./fields"
import { useBlockChange } from "./use-block-change"

const RATIOS: Record<string, number[]> = {
  "1:1": [1, 1],
  "1:2": [1, 2],
  "2:1": [2, 1],
  "1:1:1": [1, 1, 1],
}

/** How a row is divided, and whether its columns stand below each other on a phone. */
export function ColumnsFields({ block }: { block: BlockOf<"columns"> }) {
  const { t } = useTranslation("engage")
  const set = useBlockChange(block)
  const onRatio = (key: string) => {
    const ratio = RATIOS[key]
    const kept = block.columns.slice(0, ratio.length)
    // What stood in a column that goes away joins the last one.
    const rest = block.columns.slice(ratio.length).flat()
    const columns = ratio.map((_, at) => kept[at] ?? [])
    columns[ratio.length - 1] = [...columns[ratio.length - 1], ...rest]
    set({ ratio, columns })
  }
  return (
    <>
      <SelectField
        label={t("editor.field.ratio")}
        value={block.ratio.join(":")}
        onChange={onRatio}
        options={Object.keys(RATIOS).map((value) => ({
          value,
          label: t(`editor.ratio.${value.replace(/:/g, "_")}`),
        }))}
      />
      <SwitchField
        label={t("editor.field.stack")}
        value={block.stack}
        onChange={(stack) => set({ stack })}
      />
    </>
  )
}
