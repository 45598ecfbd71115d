import { Select, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { DUPLICATE_SIGNS, MERGE_RULES, type MergeRule } from "../../../types/identity"
import { useMergeRules, useSaveMergeRules } from "../../hooks/api/identity"
import { RowsSkeleton, Section } from "../common/states"

/** What is done about each sign that two profiles are one person. */
export function RulesSection() {
  const { t } = useTranslation("engage")
  const { data: rules } = useMergeRules()
  const save = useSaveMergeRules()

  return (
    <Section title={t("duplicates.rulesTitle")} description={t("duplicates.rulesDescription")}>
      {!rules && <RowsSkeleton />}
      {rules && (
        <ul className="divide-y">
          {DUPLICATE_SIGNS.map((sign) => (
            <li key={sign} className="flex items-center justify-between gap-x-4 px-6 py-3">
              <div className="min-w-0">
                <Text size="small" leading="compact" weight="plus" as="div">
                  {t(`duplicates.sign.${sign}`)}
                </Text>
                <Text size="xsmall" className="text-ui-fg-subtle">
                  {t(`duplicates.signHint.${sign}`)}
                </Text>
              </div>
              <div className="w-[180px] shrink-0">
                <Select
                  size="small"
                  value={rules[sign]}
                  onValueChange={(rule) =>
                    save.mutate(
                      { [sign]: rule as MergeRule },
                      {
                        onSuccess: () => void toast.success(t("duplicates.rulesSaved")),
                        onError: (error) => void toast.error(error.message),
                      }
                    )
                  }
                >
                  <Select.Trigger aria-label={t(`duplicates.sign.${sign}`)}>
                    <Select.Value />
                  </Select.Trigger>
                  <Select.Content>
                    {MERGE_RULES.map((rule) => (
                      <Select.Item key={rule} value={rule}>
                        {t(`duplicates.rule.${rule}`)}
                      </Select.Item>
                    ))}
                  </Select.Content>
                </Select>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
