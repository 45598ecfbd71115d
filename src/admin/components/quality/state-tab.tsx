import { useTranslation } from "react-i18next"
import type { Condition, RuleGroup, RuleValue } from "../../../rules/ast"
import type { QualityReport, TimeZoneConfidence } from "../../../types/quality"
import { useProviderName } from "../../hooks/use-provider-name"
import { QualityRows } from "./quality-rows"
import { RecheckProblem } from "./recheck-problem"

const is = (attribute: string, operator: Condition["operator"], value?: RuleValue): Condition => ({
  type: "condition",
  attribute,
  operator,
  value,
})
const or = (...children: RuleGroup["children"]): RuleGroup => ({
  type: "group",
  op: "or",
  children,
})

const STATUSES = ["valid", "invalid", "missing"] as const
const TYPES = ["mobile", "landline", "unknown"] as const
const PARTS = ["country", "region", "city", "postal_code"] as const

const CONFIDENCE: Record<TimeZoneConfidence, Condition[]> = {
  sure: [is("time_zone_confidence", "gte", 90)],
  likely: [is("time_zone_confidence", "gte", 60), is("time_zone_confidence", "lt", 90)],
  guess: [is("time_zone_confidence", "lt", 60)],
}

const UNREACHABLE = [
  is("email_status", "in", ["invalid", "missing"]),
  or(is("phone_status", "in", ["invalid", "missing"]), is("phone_type", "in", ["landline"])),
]

/** The state of everybody's contact data; each number leads to the people behind it. */
export function StateTab({ report }: { report: QualityReport }) {
  return (
    <div className="grid grid-cols-1 items-start gap-3 lg:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-y-3">
        <Emails report={report} />
        <Providers report={report} />
        <Problems report={report} />
        <Addresses report={report} />
      </div>
      <div className="flex min-w-0 flex-col gap-y-3">
        <Phones report={report} />
        <TimeZones report={report} />
        <Operators report={report} />
      </div>
    </div>
  )
}

type Part = { report: QualityReport }

function Emails({ report: { people, email } }: Part) {
  const { t } = useTranslation("engage")
  return (
    <QualityRows
      title={t("quality.email")}
      description={t("quality.emailHint")}
      of={people}
      rows={STATUSES.map((status) => ({
        label: t(`quality.${status}`),
        people: email[status],
        conditions: [is("email_status", "in", [status])],
      }))}
    />
  )
}

function Phones({ report: { people, phone, unreachable } }: Part) {
  const { t } = useTranslation("engage")
  return (
    <QualityRows
      title={t("quality.phone")}
      description={t("quality.phoneHint")}
      of={people}
      rows={[
        ...STATUSES.map((status) => ({
          label: t(`quality.${status}`),
          people: phone[status],
          conditions: [is("phone_status", "in", [status])],
        })),
        ...TYPES.map((type) => ({
          label: t(`quality.${type}`),
          people: phone[type],
          conditions: [is("phone_status", "in", ["valid"]), is("phone_type", "in", [type])],
        })),
        { label: t("quality.unreachable"), people: unreachable, conditions: UNREACHABLE },
      ]}
    />
  )
}

function Problems({ report: { problems, email, phone } }: Part) {
  const { t } = useTranslation("engage")
  return (
    <QualityRows
      title={t("quality.problems")}
      description={t("quality.problemsHint")}
      empty={t("quality.noProblems")}
      of={email.invalid + phone.invalid}
      rows={problems.map(({ channel, reason, people }) => ({
        label: `${t(`quality.${channel}`)}: ${reason}`,
        people,
        conditions: [
          is(`${channel}_status`, "in", ["invalid"]),
          is(`${channel}_problem`, "in", [reason]),
        ],
        action: <RecheckProblem problem={{ channel, reason }} />,
      }))}
    />
  )
}

function TimeZones({ report }: Part) {
  const { t } = useTranslation("engage")
  return (
    <QualityRows
      title={t("quality.zone")}
      description={t("quality.zoneHint")}
      of={report.people}
      rows={report.time_zones.map(({ source, confidence, people }) => ({
        label: t("quality.zoneRow", {
          source: t(`quality.zoneSource.${source}`),
          confidence: t(`quality.confidence.${confidence}`),
        }),
        people,
        conditions: [is("time_zone_source", "in", [source]), ...CONFIDENCE[confidence]],
      }))}
    />
  )
}

function Addresses({ report: { people, address } }: Part) {
  const { t } = useTranslation("engage")
  return (
    <QualityRows
      title={t("quality.addresses")}
      description={t("quality.addressesHint")}
      of={people}
      rows={PARTS.map((part) => ({
        label: t(`quality.part.${part}`),
        people: address[part],
        conditions: [is(part, "not_empty")],
      }))}
    />
  )
}

function Providers({ report: { providers, email } }: Part) {
  const { t } = useTranslation("engage")
  const nameOf = useProviderName()
  return (
    <QualityRows
      title={t("quality.providers")}
      description={t("quality.providersHint")}
      of={email.valid}
      rows={providers.map(({ provider, people }) => ({
        label: nameOf(provider),
        people,
        conditions: [is("email_provider", "in", [provider]), is("email_status", "in", ["valid"])],
      }))}
    />
  )
}

function Operators({ report: { operators, phone } }: Part) {
  const { t } = useTranslation("engage")
  return (
    <QualityRows
      title={t("quality.operators")}
      description={t("quality.operatorsHint")}
      of={phone.mobile + phone.unknown}
      rows={operators.map(({ operator, people }) => ({
        label: operator ?? t("quality.operatorUnknown"),
        people,
        conditions: [
          is("phone_status", "in", ["valid"]),
          operator
            ? is("phone_operator", "in", [operator])
            : is("phone_operator_state", "in", ["unknown"]),
        ],
      }))}
    />
  )
}
