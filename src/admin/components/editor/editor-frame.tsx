import { ArrowUturnLeft, XMark } from "@medusajs/icons"
import { FocusModal, IconButton, Input } from "@medusajs/ui"
import { type ComponentPropsWithoutRef, type ReactNode, forwardRef } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { useForCampaign } from "../../hooks/use-for-campaign"
import { KeysButton } from "../common/keys-sheet"
import { SaveNote } from "../common/save-note"
import { LanguageBar } from "../languages/language-bar"
import type { TemplateDraft } from "./use-template-draft"

type EditorFrameProps = {
  id: string
  template: TemplateDraft
  /** What each key does, if the editor has keys of its own beside those to undo. */
  keys?: [what: string, keys: string[]][]
  /** At the end of the bar. */
  actions?: ReactNode
  children: ReactNode
}

/** An editor over the full screen: a bar with the name, what is saved, undo and redo, then the languages, then the editor. */
export function EditorFrame({ id, template, keys, actions, children }: EditorFrameProps) {
  const { t } = useTranslation("engage")
  const navigate = useNavigate()
  const campaign = useForCampaign()
  const back = campaign ? `/engage/campaigns/${campaign}` : `/engage/templates/${id}`
  const { draft, history, save, language, setLanguage } = template

  return (
    <FocusModal open onOpenChange={(open) => !open && navigate(back)}>
      <FocusModal.Content>
        <div className="flex items-center gap-x-3 border-b px-4 py-2">
          <div className="sr-only">
            <FocusModal.Title>{t("editor.title")}</FocusModal.Title>
            <FocusModal.Description>{t("editor.description")}</FocusModal.Description>
          </div>
          <FocusModal.Close asChild>
            <BarButton label={t("actions.close")}>
              <XMark />
            </BarButton>
          </FocusModal.Close>
          <Input
            size="small"
            className="w-[240px]"
            aria-label={t("templates.name")}
            value={draft.name}
            aria-invalid={!draft.name.trim()}
            onChange={({ target }) =>
              history.set((before) => ({ ...before, name: target.value }), "name")
            }
          />
          <BarButton label={t("actions.undo")} disabled={!history.canUndo} onClick={history.undo}>
            <ArrowUturnLeft />
          </BarButton>
          <BarButton label={t("actions.redo")} disabled={!history.canRedo} onClick={history.redo}>
            <ArrowUturnLeft className="-scale-x-100" />
          </BarButton>
          {keys && (
            <KeysButton
              small
              description={t("builder.keys.editor")}
              note={t("builder.keys.mac")}
              lines={keys.map(([what, pressed]) => [t(`builder.keys.${what}`), pressed])}
            />
          )}
          <SaveNote save={save} />
          {actions && <div className="ml-auto shrink-0">{actions}</div>}
        </div>
        <LanguageBar
          draft={draft}
          language={language}
          onLanguage={setLanguage}
          onChange={(next) => history.set(next)}
        />
        {children}
      </FocusModal.Content>
    </FocusModal>
  )
}

type BarButtonProps = ComponentPropsWithoutRef<typeof IconButton> & { label: string }

const BarButton = forwardRef<HTMLButtonElement, BarButtonProps>(({ label, ...props }, ref) => (
  <IconButton
    ref={ref}
    size="small"
    variant="transparent"
    type="button"
    title={label}
    aria-label={label}
    {...props}
  />
))
BarButton.displayName = "BarButton"
