import { EllipsisHorizontal } from "@medusajs/icons"
import { DropdownMenu, IconButton, Text, clx, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { TemplateInput } from "../../hooks/api/templates"
import { useFormat } from "../../hooks/use-format"
import { copiedFromDefault, withLanguage, withoutLanguage } from "../../lib/template-languages"
import { AddLanguage } from "./add-language"

type LanguageBarProps = {
  draft: TemplateInput
  /** The language that is being written; `null` for the message's own. */
  language: string | null
  onLanguage: (language: string | null) => void
  onChange: (draft: TemplateInput) => void
}

/** The languages of a message: which one is being written, one more, and what can be done with this one. */
export function LanguageBar({ draft, language, onLanguage, onChange }: LanguageBarProps) {
  const { t } = useTranslation("engage")
  const { language: nameOf } = useFormat()
  const prompt = usePrompt()
  const languages = (draft.languages ?? []).map((one) => one.language)

  const ask = (what: "copy" | "remove", name: string) =>
    prompt({
      title: t(`languages.${what}.title`, { name }),
      description: t(`languages.${what}.description`),
      confirmText: t(`languages.${what}.confirm`),
      cancelText: t("actions.cancel"),
    })
  const onCopy = async (chosen: string) => {
    if (await ask("copy", nameOf(chosen))) onChange(copiedFromDefault(draft, chosen))
  }
  const onRemove = async (chosen: string) => {
    if (!(await ask("remove", nameOf(chosen)))) return
    onLanguage(null)
    onChange(withoutLanguage(draft, chosen))
  }

  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 border-b px-4 py-1.5">
      <Text size="xsmall" leading="compact" className="text-ui-fg-subtle" id="engage-languages">
        {t("languages.title")}
      </Text>
      <div role="group" aria-labelledby="engage-languages" className="flex flex-wrap gap-1">
        {[null, ...languages].map((one) => (
          <button
            key={one ?? ""}
            type="button"
            aria-pressed={one === language}
            onClick={() => onLanguage(one)}
            className={clx(
              "txt-compact-small focus-visible:shadow-borders-focus rounded-full px-2.5 py-0.5 outline-none",
              one === language
                ? "bg-ui-bg-base text-ui-fg-base shadow-elevation-card-rest"
                : "text-ui-fg-subtle hover:bg-ui-bg-base-hover"
            )}
          >
            {one ? nameOf(one) : t("languages.default")}
          </button>
        ))}
      </div>
      <AddLanguage
        taken={languages}
        onAdd={(added) => {
          onChange(withLanguage(draft, added))
          onLanguage(added)
        }}
      />
      {language && (
        <DropdownMenu>
          <DropdownMenu.Trigger asChild>
            <IconButton
              size="small"
              variant="transparent"
              type="button"
              aria-label={t("languages.more", { name: nameOf(language) })}
            >
              <EllipsisHorizontal />
            </IconButton>
          </DropdownMenu.Trigger>
          <DropdownMenu.Content>
            <DropdownMenu.Item onClick={() => onCopy(language)}>
              {t("languages.copy.action")}
            </DropdownMenu.Item>
            <DropdownMenu.Item onClick={() => onRemove(language)}>
              {t("languages.remove.action")}
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu>
      )}
      <Text size="xsmall" leading="compact" className="text-ui-fg-muted ml-auto">
        {language
          ? t("languages.hint", { name: nameOf(language) })
          : languages.length > 0 && t("languages.defaultHint")}
      </Text>
    </div>
  )
}
