import { Container, Heading, Text } from "@medusajs/ui"
import { useEffect, useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate, useSearchParams } from "react-router-dom"
import { checkRules } from "../../../rules/check"
import type { Registry } from "../../../rules/describe"
import type { ProfileListItem } from "../../../types/profile"
import { useShopCurrency } from "../../hooks/api/overview"
import { useRuleCounts, useRuleWhy, useSegmentPreview } from "../../hooks/api/segments"
import { useDebounced } from "../../hooks/use-debounced"
import { subjectAt } from "../../lib/rules"
import { RuleBuilder } from "../rules/rule-builder"
import { PreviewPanel } from "./preview-panel"
import { SegmentDraftNotice } from "./segment-drafts"
import { SegmentHead } from "./segment-head"
import { type SegmentDraft, useSegmentDraft } from "./use-segment-draft"
import { WhyPanel } from "./why-panel"

type SegmentEditorProps = {
  id?: string
  initial: SegmentDraft
  /** Of the rule it has; none for a new segment. */
  version?: number
  registry: Registry
  /** What values of the initial rule stand for. */
  names?: Record<string, string>
}

const NO_NAMES: Record<string, string> = {}

/** Builds a segment: its name, its rule, and beside it whom the rule finds right now. */
export function SegmentEditor({
  id,
  initial,
  version,
  registry,
  names = NO_NAMES,
}: SegmentEditorProps) {
  const { t } = useTranslation("engage")
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const currency = useShopCurrency()
  const segment = useSegmentDraft(id, initial, version)
  const { texts, history, kept, goOn } = segment
  const rules = history.value
  const problems = useMemo(() => checkRules(rules, registry), [rules, registry])
  const empty = rules.root.children.length === 0

  useEffect(() => {
    const asked = kept.drafts.find((draft) => draft.id === params.get("draft"))
    if (asked) goOn(asked)
  }, [])

  const complete = !empty && problems.length === 0
  const settled = useDebounced(rules)
  const current = complete && settled === rules
  const counts = useRuleCounts(settled, current)
  // What came in by a draft, a link or the clipboard has its names from the count.
  const preview = useSegmentPreview(settled, current)
  const known = useMemo(() => ({ ...names, ...preview.data?.names }), [names, preview.data?.names])
  const [person, setPerson] = useState<ProfileListItem | null>(null)
  const why = useRuleWhy(settled, person?.id ?? null, current)

  const emptiedBy = useMemo(
    () =>
      (current && counts.data ? counts.data.emptied_by : []).map(
        (path) => subjectAt(rules.root, path, registry) ?? t("segments.builder.group")
      ),
    [current, counts.data, rules, registry, t]
  )

  const reason = !texts.name.trim()
    ? t("segments.builder.needsName")
    : empty
      ? t("segments.builder.needsCondition")
      : problems.length
        ? t("segments.builder.needsCompletion")
        : undefined

  // Leaves in the next turn, when what was unsaved is forgotten.
  const leave = (to?: string) =>
    setTimeout(() =>
      navigate(to ? `/engage/segments/${to}` : "/engage/segments", { replace: true })
    )

  return (
    <div className="flex flex-col gap-y-3">
      <SegmentHead
        title={t(id ? "segments.builder.editTitle" : "segments.builder.createTitle")}
        reason={reason}
        segment={segment}
        onSave={() => void segment.onSave().then((saved) => saved && leave(saved.id))}
        onCancel={() => void segment.onCancel().then((leaves) => leaves && leave(id))}
      >
        <SegmentDraftNotice
          id={id}
          version={version}
          drafts={kept.drafts}
          onGoOn={goOn}
          onDiscard={kept.drop}
        />
      </SegmentHead>
      <div className="grid grid-cols-1 items-start gap-3 xl:grid-cols-[minmax(0,1fr)_400px]">
        <Container className="flex flex-col gap-y-3 px-6 py-4">
          <div>
            <Heading level="h2">{t("segments.builder.who")}</Heading>
            <Text size="small" className="text-ui-fg-subtle">
              {t("segments.builder.whoHint")}
            </Text>
          </div>
          <RuleBuilder
            rules={rules}
            onChange={history.set}
            registry={registry}
            currency={currency}
            names={known}
            problems={empty ? [] : problems}
            counts={current ? counts.data : undefined}
            reasons={current && person ? why.data?.parts : undefined}
          />
        </Container>
        <div className="flex flex-col gap-y-3 xl:sticky xl:top-0">
          <PreviewPanel rules={rules} complete={complete} empty={empty} emptiedBy={emptiedBy} />
          <WhyPanel
            person={person}
            onPick={setPerson}
            matches={current ? why.data?.matches : undefined}
          />
        </div>
      </div>
    </div>
  )
}
