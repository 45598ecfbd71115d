import { Button, Hint, Label, RadioGroup } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { IMPORT_KINDS, type ImportKindKey } from "../../../types/transfer"
import { useUpload } from "../../hooks/api/transfer"
import { FormDrawer } from "../common/form-drawer"

/** Takes a file and leads on to its page, where its columns are mapped. */
export function UploadDrawer() {
  const { t } = useTranslation("engage")
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const [kind, setKind] = useState<ImportKindKey>("profiles")
  const [file, setFile] = useState<File>()
  const upload = useUpload()

  const onOpenChange = (next: boolean) => {
    setOpen(next)
    setFile(undefined)
    upload.reset()
  }
  const onSubmit = () => {
    if (file)
      upload.mutate(
        { kind, file },
        { onSuccess: (made) => navigate(`/engage/imports/${made.import.id}`) }
      )
  }

  return (
    <FormDrawer
      open={open}
      onOpenChange={onOpenChange}
      trigger={<Button size="small">{t("transfer.import")}</Button>}
      title={t("transfer.import")}
      description={t("transfer.importHint")}
      onSubmit={onSubmit}
      submit={t("transfer.upload")}
      ready={file !== undefined}
      pending={upload.isPending}
    >
      <fieldset className="flex flex-col gap-y-2">
        <legend className="txt-compact-small-plus pb-2">{t("transfer.what")}</legend>
        <RadioGroup
          value={kind}
          onValueChange={(value) => setKind(value as ImportKindKey)}
          aria-label={t("transfer.what")}
        >
          {IMPORT_KINDS.map((one) => (
            <RadioGroup.ChoiceBox
              key={one}
              value={one}
              label={t(`transfer.kind.${one}`)}
              description={t(`transfer.kindHint.${one}`)}
            />
          ))}
        </RadioGroup>
      </fieldset>
      <div className="flex flex-col gap-y-2">
        <Label size="small" weight="plus" htmlFor="import-file">
          {t("transfer.file")}
        </Label>
        <input
          id="import-file"
          type="file"
          required
          accept=".csv,.tsv,.txt,.json,.ndjson,.jsonl"
          className="txt-small text-ui-fg-subtle file:txt-compact-small-plus file:bg-ui-button-neutral file:text-ui-fg-base file:shadow-buttons-neutral focus-visible:shadow-borders-focus w-full rounded-md file:mr-3 file:cursor-pointer file:rounded-md file:border-0 file:px-3 file:py-1.5"
          onChange={(event) => setFile(event.target.files?.[0])}
        />
        <Hint className="text-ui-fg-subtle">{t("transfer.fileHint")}</Hint>
      </div>
      {upload.error && <Hint variant="error">{upload.error.message}</Hint>}
    </FormDrawer>
  )
}
