import { Alert, Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { LostFile } from "../../../types/campaign"
import { useFormat } from "../../hooks/use-format"

type LostFilesProps = {
  files: LostFile[]
  /** Shows the step whose e-mails wait. */
  onStep: (step: string) => void
}

/** Attachments that cannot be read, so that e-mails of a campaign wait, with what to do. */
export function LostFiles({ files, onStep }: LostFilesProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  return files.map(({ step, id, name, since, waiting }) => (
    <Alert key={`${step} ${id}`} variant="error" className="shadow-elevation-card-rest">
      <div className="flex flex-col gap-y-2">
        <Text size="small" weight="plus">
          {t("files.waiting", {
            count: waiting,
            name,
            since: format.dateTime(since),
            interpolation: { escapeValue: false },
          })}
        </Text>
        <Text size="small">{t("files.waitingHint")}</Text>
        <div className="flex gap-x-2">
          <Button size="small" asChild>
            <Link to="/engage/templates/files">{t("files.open")}</Link>
          </Button>
          <Button size="small" variant="secondary" onClick={() => onStep(step)}>
            {t("campaigns.report.showStep")}
          </Button>
        </div>
      </div>
    </Alert>
  ))
}
