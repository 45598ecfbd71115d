import { XMarkMini } from "@medusajs/icons"
import { IconButton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Condition } from "../../../rules/ast"
import type { CollectionInfo } from "../../../rules/describe"
import { valueFor } from "../../lib/rules"
import { OperatorSelect } from "./operator-select"
import { useRules } from "./rule-context"
import { ValueEditor } from "./value-editor"

type WhereRowProps = {
  condition: Condition
  collection: CollectionInfo
  /** Path of the condition as problems name it. */
  at: string
  first: boolean
  /** `null` removes the condition. */
  onChange: (next: Condition | null, tag?: string) => void
}

/** Narrows down which facts are meant, e.g. "where product is any of …". */
export function WhereRow({ condition, collection, at, first, onChange }: WhereRowProps) {
  const { t } = useTranslation("engage")
  const { problems } = useRules()
  const attribute = collection.attributes.find((candidate) => candidate.key === condition.attribute)
  const problem = problems.get(`${at}.value`) ?? problems.get(at) ?? problems.get(`${at}.attribute`)

  return (
    <div className="flex flex-col gap-y-1">
      <div className="flex flex-wrap items-center gap-2">
        <span className="txt-compact-small text-ui-fg-subtle min-w-10">
          {t(first ? "segments.builder.where" : "segments.builder.andWhere")}
        </span>
        <span className="txt-compact-small-plus text-ui-fg-base">
          {attribute?.label ?? condition.attribute}
        </span>
        {attribute && (
          <>
            <OperatorSelect
              type={attribute.type}
              operators={attribute.operators}
              value={condition.operator}
              onChange={(operator) =>
                onChange({ ...condition, operator, value: valueFor(operator, condition.value) })
              }
            />
            <ValueEditor
              type={attribute.type}
              attribute={attribute}
              operator={condition.operator}
              value={condition.value}
              invalid={Boolean(problem)}
              onChange={(value) => onChange({ ...condition, value }, `${at}.value`)}
            />
          </>
        )}
        <IconButton
          size="2xsmall"
          variant="transparent"
          type="button"
          aria-label={t("actions.remove", { name: attribute?.label ?? condition.attribute })}
          onClick={() => onChange(null)}
        >
          <XMarkMini />
        </IconButton>
      </div>
      {problem && (
        <span role="alert" className="txt-compact-xsmall text-ui-fg-error">
          {problem}
        </span>
      )}
    </div>
  )
}
