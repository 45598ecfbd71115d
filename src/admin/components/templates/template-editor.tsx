import { Button, Container, Heading, Hint, Input, Label, Tabs, Text, toast } from "@medusajs/ui"
import { useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import type { TemplateProblem } from "../../../types/content"
import { type TemplateInput, useSaveTemplate, useTemplatePreview } from "../../hooks/api/templates"
import { useDebounced } from "../../hooks/use-debounced"
import { useLeaveGuard } from "../../hooks/use-leave-guard"
import { CodeArea, type CodeAreaHandle } from "./code-area"
import { PreviewPane } from "./preview-pane"
import { ProblemList } from "./problem-list"
import { TextPart } from "./text-part"
import { VariableInput } from "./variable-input"
import { VariablePicker } from "./variable-picker"

type TemplateEditorProps = { id?: string; initial: TemplateInput }

/** Writes a template on the left and shows it as a person gets it on the right. */
export function TemplateEditor({ id, initial }: TemplateEditorProps) {
  const { t } = useTranslation("engage")
  const navigate = useNavigate()
  const save = useSaveTemplate(id)
  const [draft, setDraft] = useState(initial)
  const [saved, setSaved] = useState(initial)
  const [tab, setTab] = useState("html")
  const [profileId, setProfileId] = useState<string>()
  const code = useRef<CodeAreaHandle>(null)
  const { subject, preheader, html, text } = useDebounced(draft)
  const preview = useTemplatePreview({ subject, preheader, html, text }, profileId)
  const problems = preview.data?.problems ?? []
  const dirty = draft !== saved
  const set = (changes: Partial<TemplateInput>) => setDraft((before) => ({ ...before, ...changes }))
  useLeaveGuard(dirty)

  const onSave = () =>
    save.mutate(draft, {
      onSuccess: ({ template }) => {
        setSaved(draft)
        toast.success(t("templates.saved"))
        // Leaves in the next turn, when the guard knows that nothing is unsaved.
        if (!id) setTimeout(() => navigate(`/engage/templates/${template.id}`, { replace: true }))
      },
      onError: (error) => void toast.error(error.message),
    })

  const goTo = (problem: TemplateProblem) => {
    if (problem.part === "html" || problem.part === "text") setTab(problem.part)
    if (problem.part === "html")
      requestAnimationFrame(() => code.current?.goTo(problem.line ?? 1, problem.column ?? 1))
  }
  const problemOf = (part: TemplateProblem["part"]) =>
    problems.find((problem) => problem.part === part)?.message

  return (
    <div className="flex flex-col gap-y-3">
      <Container className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
        <Heading>{draft.name || t("templates.untitled")}</Heading>
        <div className="flex items-center gap-x-2">
          <Text size="small" className="text-ui-fg-subtle" role="status">
            {dirty ? t("templates.unsaved") : id ? t("templates.allSaved") : ""}
          </Text>
          <Button
            size="small"
            disabled={!draft.name.trim() || (Boolean(id) && !dirty)}
            isLoading={save.isPending}
            onClick={onSave}
          >
            {t("actions.save")}
          </Button>
        </div>
      </Container>
      <div className="grid grid-cols-1 items-start gap-3 xl:grid-cols-2">
        <Container className="flex flex-col gap-y-4 px-6 py-4">
          <div className="flex flex-col gap-y-1">
            <Label size="small" weight="plus" htmlFor="template-name">
              {t("templates.name")}
            </Label>
            <Input
              id="template-name"
              size="small"
              value={draft.name}
              placeholder={t("templates.namePlaceholder")}
              onChange={(event) => set({ name: event.target.value })}
            />
            {!draft.name.trim() && (
              <Hint className="text-ui-fg-subtle">{t("templates.nameHint")}</Hint>
            )}
          </div>
          <VariableInput
            id="template-subject"
            label={t("templates.subject")}
            value={draft.subject}
            problem={problemOf("subject")}
            profileId={profileId}
            onChange={(value) => set({ subject: value })}
          />
          <VariableInput
            id="template-preheader"
            label={t("templates.preheader")}
            hint={t("templates.preheaderHint")}
            value={draft.preheader}
            problem={problemOf("preheader")}
            profileId={profileId}
            onChange={(value) => set({ preheader: value })}
          />
          <Tabs value={tab} onValueChange={setTab} className="flex flex-col gap-y-3">
            <div className="flex items-center justify-between gap-x-2">
              <Tabs.List>
                <Tabs.Trigger value="html">{t("templates.part.html")}</Tabs.Trigger>
                <Tabs.Trigger value="text">{t("templates.part.text")}</Tabs.Trigger>
              </Tabs.List>
              {tab === "html" && (
                <VariablePicker
                  profileId={profileId}
                  onInsert={(value) => code.current?.insert(value)}
                />
              )}
            </div>
            <Tabs.Content value="html" className="flex flex-col gap-y-3">
              <CodeArea
                ref={code}
                label={t("templates.part.html")}
                className="h-[480px]"
                value={draft.html}
                marked={problems.flatMap((p) => (p.part === "html" && p.line ? [p.line] : []))}
                onChange={(value) => set({ html: value })}
              />
            </Tabs.Content>
            <Tabs.Content value="text">
              <TextPart
                text={draft.text}
                automatic={preview.data?.rendered?.text ?? ""}
                onChange={(value) => set({ text: value })}
              />
            </Tabs.Content>
          </Tabs>
          <ProblemList preview={preview.data} onGoTo={goTo} />
        </Container>
        <div className="xl:sticky xl:top-0">
          <PreviewPane
            preview={preview.data}
            error={preview.data ? null : preview.error}
            onRetry={preview.refetch}
            isFetching={preview.isFetching}
            onProfile={setProfileId}
          />
        </div>
      </div>
    </div>
  )
}
