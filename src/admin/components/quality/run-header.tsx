import { Button, Prompt, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import type { QualityRun } from "../../../types/quality"
import { isBusy, useStartRun, useSteerRun } from "../../hooks/api/quality"
import { useFormat } from "../../hooks/use-format"
import { fileUrl } from "../../lib/client"
import { PageHeader } from "../common/page-header"
import { RepairPrompt } from "./repair-prompt"
import { RunProgress, RunStateBadge } from "./run-state"

/** What a run is, how far it is, and what can be done about it. */
export function RunHeader({ run }: { run: QualityRun }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const navigate = useNavigate()
  const steer = useSteerRun(run.id)
  const start = useStartRun()
  const [asking, setAsking] = useState(false)
  const name = run.rules.map((rule) => t(`quality.rule.${rule}.name`)).join(", ")
  const failed = (error: Error) => void toast.error(error.message)
  const busy = isBusy(run)
  const over = run.state === "done" || run.state === "cancelled"

  const repair = () =>
    start.mutate(
      { kind: "repair", rules: run.rules },
      { onSuccess: ({ id }) => navigate(`/engage/quality/runs/${id}`), onError: failed }
    )

  return (
    <PageHeader
      title={`${t(`quality.kind.${run.kind}`)}: ${name}`}
      badge={<RunStateBadge run={run} />}
      description={t(`quality.run.${run.kind}Result`, {
        count: run.changed,
        changed: format.number(run.changed),
        checked: format.number(run.checked),
      })}
      actions={
        <>
          {run.changed > 0 && !busy && (
            <Button size="small" variant="secondary" asChild>
              <a href={fileUrl(`/admin/engage/quality/runs/${run.id}/file`)} download>
                {t("quality.run.download")}
              </a>
            </Button>
          )}
          {(run.state === "waiting" || run.state === "running") && (
            <Button
              size="small"
              variant="secondary"
              isLoading={steer.isPending}
              onClick={() => steer.mutate("cancel", { onError: failed })}
            >
              {t("quality.run.stop")}
            </Button>
          )}
          {run.kind === "repair" && over && run.changed > 0 && (
            <Button
              size="small"
              variant="secondary"
              isLoading={steer.isPending}
              onClick={() => steer.mutate("undo", { onError: failed })}
            >
              {t("quality.run.undo")}
            </Button>
          )}
          {run.kind === "check" && run.state === "done" && run.changed > 0 && (
            <Button size="small" isLoading={start.isPending} onClick={() => setAsking(true)}>
              {t("quality.rules.repair")}
            </Button>
          )}
        </>
      }
    >
      {busy && <RunProgress run={run} />}
      <Prompt open={asking} onOpenChange={setAsking}>
        <RepairPrompt name={name} onConfirm={repair} />
      </Prompt>
    </PageHeader>
  )
}
