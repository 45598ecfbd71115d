import { Button, Input, Label, Textarea, toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import type { PreferenceText } from "../../../types/common"
import { usePreferenceText, useSavePreferenceText } from "../../hooks/api/topics"
import { ErrorState, RowsSkeleton, Section } from "../common/states"

/** The words of the page on which people choose topics. */
export function PageTextSection() {
  const { t } = useTranslation("engage")
  const { data, error, refetch } = usePreferenceText()
  return (
    <Section
      id="preference-page"
      title={t("settings.pageText.title")}
      description={t("settings.pageText.description")}
    >
      {error && !data && <ErrorState error={error} onRetry={refetch} />}
      {!data && !error && <RowsSkeleton rows={2} />}
      {data && <TextForm key={data.title + data.intro} text={data} />}
    </Section>
  )
}

function TextForm({ text }: { text: PreferenceText }) {
  const { t } = useTranslation("engage")
  const [title, setTitle] = useState(text.title)
  const [intro, setIntro] = useState(text.intro)
  const save = useSavePreferenceText()
  const changed = title !== text.title || intro !== text.intro

  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(
      { title, intro },
      {
        onSuccess: () => void toast.success(t("settings.pageText.saved")),
        onError: (error) => void toast.error(error.message),
      }
    )
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-y-4 px-6 py-4">
      <div className="flex flex-col gap-y-1.5">
        <Label size="small" weight="plus" htmlFor="page-title">
          {t("settings.pageText.heading")}
        </Label>
        <Input
          id="page-title"
          required
          size="small"
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </div>
      <div className="flex flex-col gap-y-1.5">
        <Label size="small" weight="plus" htmlFor="page-intro">
          {t("settings.pageText.intro")}
        </Label>
        <Textarea
          id="page-intro"
          rows={3}
          value={intro}
          onChange={(event) => setIntro(event.target.value)}
        />
      </div>
      <Button
        size="small"
        variant="secondary"
        type="submit"
        className="self-end"
        disabled={!changed}
        isLoading={save.isPending}
      >
        {t("actions.save")}
      </Button>
    </form>
  )
}
