import { Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Operator, ValueType } from "../../../rules/ast"

type OperatorSelectProps = {
  type: ValueType
  operators: readonly Operator[]
  value: Operator
  onChange: (operator: Operator) => void
}

/** How an attribute is compared, in words that fit what it is. */
export function OperatorSelect({ type, operators, value, onChange }: OperatorSelectProps) {
  const { t } = useTranslation("engage")
  const label = (operator: Operator) =>
    t([`segments.operator.${type}.${operator}`, `segments.operator.${operator}`])

  return (
    <Select size="small" value={value} onValueChange={(next) => onChange(next as Operator)}>
      <Select.Trigger className="w-auto gap-x-2" aria-label={t("segments.builder.operator")}>
        <Select.Value>{label(value)}</Select.Value>
      </Select.Trigger>
      <Select.Content>
        {operators.map((operator) => (
          <Select.Item key={operator} value={operator}>
            {label(operator)}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}
