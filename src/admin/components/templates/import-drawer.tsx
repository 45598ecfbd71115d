import { ArrowUpTray, ExclamationCircle } from "@medusajs/icons"
import { Button, Hint, Label, RadioGroup, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { IMPORT_AS, type ImportAs, type ImportedTemplate } from "../../../types/content"
import { useImportTemplate } from "../../hooks/api/templates"
import { FormDrawer } from "../common/form-drawer"

/** Takes a message from another tool, and says what of it could not be taken over. */
export function ImportDrawer() {
  const { t } = useTranslation("engage")
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const [file, setFile] = useState<File>()
  const [as, setAs] = useState<ImportAs>("blocks")
  const take = useImportTemplate()
  const { data: taken } = take

  const onOpenChange = (next: boolean) => {
    setOpen(next)
    setFile(undefined)
    take.reset()
  }
  const edit = (id: string) => navigate(`/engage/templates/${id}/edit`)
  const onSubmit = () => {
    if (taken) edit(taken.template.id)
    else if (file)
      take.mutate(
        { file, as },
        {
          onSuccess: ({ template, problems }) => {
            if (!problems.length) edit(template.id)
          },
        }
      )
  }

  return (
    <FormDrawer
      open={open}
      onOpenChange={onOpenChange}
      trigger={
        <Button size="small" variant="secondary">
          <ArrowUpTray />
          {t("templates.import.open")}
        </Button>
      }
      title={t("templates.import.title")}
      description={t("templates.import.description")}
      onSubmit={onSubmit}
      cancel={t(taken ? "actions.close" : "actions.cancel")}
      submit={t(taken ? "templates.import.edit" : "templates.import.take")}
      ready={file !== undefined}
      pending={take.isPending}
    >
      {taken ? (
        <Taken taken={taken} />
      ) : (
        <>
          <div className="flex flex-col gap-y-2">
            <Label size="small" weight="plus" htmlFor="template-file">
              {t("templates.import.file")}
            </Label>
            <input
              id="template-file"
              type="file"
              required
              accept=".html,.htm,.mjml,.zip"
              className="txt-small text-ui-fg-subtle file:txt-compact-small-plus file:bg-ui-button-neutral file:text-ui-fg-base file:shadow-buttons-neutral focus-visible:shadow-borders-focus w-full rounded-md file:mr-3 file:cursor-pointer file:rounded-md file:border-0 file:px-3 file:py-1.5"
              onChange={(event) => setFile(event.target.files?.[0])}
            />
            <Hint className="text-ui-fg-subtle">{t("templates.import.fileHint")}</Hint>
          </div>
          <RadioGroup
            value={as}
            onValueChange={(next) => setAs(next as ImportAs)}
            aria-label={t("templates.import.as.label")}
          >
            {IMPORT_AS.map((way) => (
              <RadioGroup.ChoiceBox
                key={way}
                value={way}
                label={t(`templates.import.as.${way}`)}
                description={t(`templates.import.as.${way}Hint`)}
              />
            ))}
          </RadioGroup>
        </>
      )}
      {take.error && <Hint variant="error">{take.error.message}</Hint>}
    </FormDrawer>
  )
}

function Taken({ taken: { parts, problems } }: { taken: ImportedTemplate }) {
  const { t } = useTranslation("engage")
  return (
    <div role="status" className="flex flex-col gap-y-4">
      {parts && <Text size="small">{t("templates.import.parts", { count: parts.editable })}</Text>}
      <Text size="small">{t("templates.import.taken")}</Text>
      <ul className="flex flex-col gap-y-3">
        {problems.map(({ kind, details, count }) => (
          <li key={kind} className="flex gap-x-2">
            <ExclamationCircle aria-hidden className="text-ui-tag-orange-icon mt-0.5 shrink-0" />
            <div className="min-w-0">
              <Text size="small" leading="compact" weight="plus">
                {t(`templates.import.problem.${kind}`, { count })}
              </Text>
              {details.map((detail) => (
                <Text key={detail} size="xsmall" className="text-ui-fg-subtle break-words">
                  {detail}
                </Text>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
