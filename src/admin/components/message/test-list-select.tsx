import { Select, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { ListTestResult } from "../../../types/test-list"
import { useTestLists } from "../../hooks/api/test-lists"
import { Field } from "../common/field"

const ONE = "one address"

type TestListSelectProps = { value: string; onChange: (list: string) => void }

/** Whom a test goes to: one address, or everybody of a list. */
export function TestListSelect({ value, onChange }: TestListSelectProps) {
  const { t } = useTranslation("engage")
  const { data: lists } = useTestLists()
  if (!lists) return null
  if (!lists.length)
    return (
      <Text size="small" className="text-ui-fg-subtle">
        {t("testLists.none")}{" "}
        <Link to="/settings/engage#test-lists" className="text-ui-tag-blue-text hover:underline">
          {t("testLists.add")}
        </Link>
      </Text>
    )
  return (
    <Field label={t("testLists.sendTo")} id="test-list">
      <Select value={value || ONE} onValueChange={(next) => onChange(next === ONE ? "" : next)}>
        <Select.Trigger id="test-list">
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          <Select.Item value={ONE}>{t("testLists.one")}</Select.Item>
          {lists.map(({ name, addresses }) => (
            <Select.Item key={name} value={name}>
              {t("testLists.option", { name, count: addresses.length })}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </Field>
  )
}

/** What became of the test to each address. */
export function ListResults({ results }: { results: ListTestResult[] }) {
  const { t } = useTranslation("engage")
  return (
    <ul className="txt-compact-small flex flex-col gap-y-1" aria-live="polite">
      {results.map(({ to, state, error }) => (
        <li key={to} className="flex justify-between gap-x-4">
          <span className="text-ui-fg-base min-w-0 truncate">{to}</span>
          <span className={state === "accepted" ? "text-ui-fg-subtle" : "text-ui-fg-error"}>
            {state === "accepted" ? t("messages.state.accepted") : error}
          </span>
        </li>
      ))}
    </ul>
  )
}
