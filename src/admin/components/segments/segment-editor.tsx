import { ArrowUturnLeft } from "@medusajs/icons"
import {
  Button,
  Container,
  Heading,
  IconButton,
  Input,
  Label,
  Text,
  Tooltip,
  toast,
} from "@medusajs/ui"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import type { Rules } from "../../../rules/ast"
import { checkRules } from "../../../rules/check"
import type { Registry } from "../../../rules/describe"
import type { ProfileListItem } from "../../../types/profile"
import { useShopCurrency } from "../../hooks/api/overview"
import { useRuleCounts, useRuleWhy, useSaveSegment } from "../../hooks/api/segments"
import { useDebounced } from "../../hooks/use-debounced"
import { useLeaveGuard } from "../../hooks/use-leave-guard"
import { useUndo } from "../../hooks/use-undo"
import { RuleBuilder } from "../rules/rule-builder"
import { subjectAt } from "../../lib/rules"
import { FolderInput } from "../filing/folder-input"
import { KeysButton } from "../common/keys-sheet"
import { PreviewPanel } from "./preview-panel"
import { WhyPanel } from "./why-panel"

type Draft = { name: string; description: string; folder: string; rules: Rules }
type SegmentEditorProps = {
  id?: string
  initial: Draft
  registry: Registry
  /** What values of the initial rule stand for. */
  names?: Record<string, string>
}

const KEYS: [what: string, keys: string[]][] = [
  ["copyRule", ["Ctrl", "C"]],
  ["pasteRule", ["Ctrl", "V"]],
  ["drag", ["Space", "↑", "↓"]],
  ["undo", ["Ctrl", "Z"]],
  ["redo", ["Ctrl", "Y"]],
  ["help", ["?"]],
]
const NO_NAMES: Record<string, string> = {}

/** Builds a segment: its name, its rule, and beside it whom the rule finds right now. */
export function SegmentEditor({ id, initial, registry, names = NO_NAMES }: SegmentEditorProps) {
  const { t } = useTranslation("engage")
  const navigate = useNavigate()
  const currency = useShopCurrency()
  const save = useSaveSegment(id)
  const [draft, setDraft] = useState({
    name: initial.name,
    description: initial.description,
    folder: initial.folder,
  })
  const [saved, setSaved] = useState(false)
  const history = useUndo(initial.rules)
  const rules = history.value
  const problems = useMemo(() => checkRules(rules, registry), [rules, registry])
  const empty = rules.root.children.length === 0
  const dirty =
    history.canUndo ||
    draft.name !== initial.name ||
    draft.description !== initial.description ||
    draft.folder !== initial.folder
  useLeaveGuard(dirty && !saved)

  const complete = !empty && problems.length === 0
  const settled = useDebounced(rules)
  const current = complete && settled === rules
  const counts = useRuleCounts(settled, current)
  const [person, setPerson] = useState<ProfileListItem | null>(null)
  const why = useRuleWhy(settled, person?.id ?? null, current)

  const emptiedBy = useMemo(
    () =>
      (current && counts.data ? counts.data.emptied_by : []).map(
        (path) => subjectAt(rules.root, path, registry) ?? t("segments.builder.group")
      ),
    [current, counts.data, rules, registry, t]
  )

  const reason = !draft.name.trim()
    ? t("segments.builder.needsName")
    : empty
      ? t("segments.builder.needsCondition")
      : problems.length
        ? t("segments.builder.needsCompletion")
        : undefined

  const onSave = () =>
    save.mutate(
      {
        name: draft.name.trim(),
        description: draft.description.trim(),
        folder: draft.folder.trim(),
        rules,
      },
      {
        onSuccess: ({ segment }) => {
          setSaved(true)
          toast.success(t("segments.saved"))
          // Leaves in the next turn, when the guard knows that nothing is unsaved.
          setTimeout(() => navigate(`/engage/segments/${segment.id}`, { replace: true }))
        },
        onError: (error) => void toast.error(error.message),
      }
    )

  return (
    <div className="flex flex-col gap-y-3">
      <Container className="flex flex-col gap-y-4 px-6 py-4">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <Heading>{t(id ? "segments.builder.editTitle" : "segments.builder.createTitle")}</Heading>
          <div className="flex items-center gap-x-2">
            <KeysButton
              small
              description={t("builder.keys.segment")}
              note={t("builder.keys.mac")}
              lines={KEYS.map(([what, keys]) => [t(`builder.keys.${what}`), keys])}
            />
            <Tooltip content={`${t("actions.undo")} ⌘Z`}>
              <IconButton
                size="small"
                variant="transparent"
                aria-label={t("actions.undo")}
                disabled={!history.canUndo}
                onClick={history.undo}
              >
                <ArrowUturnLeft />
              </IconButton>
            </Tooltip>
            <Tooltip content={`${t("actions.redo")} ⇧⌘Z`}>
              <IconButton
                size="small"
                variant="transparent"
                aria-label={t("actions.redo")}
                disabled={!history.canRedo}
                onClick={history.redo}
              >
                <ArrowUturnLeft className="-scale-x-100" />
              </IconButton>
            </Tooltip>
            <Button
              size="small"
              variant="secondary"
              onClick={() => navigate(id ? `/engage/segments/${id}` : "/engage/segments")}
            >
              {t("actions.cancel")}
            </Button>
            <Tooltip content={reason ?? t("segments.builder.saveHint")}>
              {/* A disabled button gets no pointer events, so the reason hangs on a wrapper. */}
              <span tabIndex={reason ? 0 : undefined}>
                <Button
                  size="small"
                  disabled={Boolean(reason)}
                  isLoading={save.isPending}
                  onClick={onSave}
                >
                  {t("actions.save")}
                </Button>
              </span>
            </Tooltip>
          </div>
        </div>
        <div className="grid grid-cols-1 gap-4 md:grid-cols-3">
          <div className="flex flex-col gap-y-1">
            <Label size="small" weight="plus" htmlFor="segment-name">
              {t("segments.name")}
            </Label>
            <Input
              id="segment-name"
              size="small"
              value={draft.name}
              placeholder={t("segments.namePlaceholder")}
              onChange={(event) => setDraft({ ...draft, name: event.target.value })}
            />
          </div>
          <div className="flex flex-col gap-y-1">
            <Label size="small" weight="plus" htmlFor="segment-description">
              {t("segments.descriptionLabel")}
            </Label>
            <Input
              id="segment-description"
              size="small"
              value={draft.description}
              placeholder={t("segments.descriptionPlaceholder")}
              onChange={(event) => setDraft({ ...draft, description: event.target.value })}
            />
          </div>
          <div className="flex flex-col gap-y-1">
            <Label size="small" weight="plus" htmlFor="segment-folder">
              {t("filing.folder")}
            </Label>
            <FolderInput
              id="segment-folder"
              kind="segments"
              value={draft.folder}
              onChange={(folder) => setDraft({ ...draft, folder })}
            />
          </div>
        </div>
      </Container>
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
            names={names}
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
