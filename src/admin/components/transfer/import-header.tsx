import { Button, Text, toast, usePrompt } from "@medusajs/ui"
import { Trash } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import type { Import } from "../../../types/transfer"
import { useDeleteImport, useSteerImport } from "../../hooks/api/transfer"
import { useFormat } from "../../hooks/use-format"
import { MoreMenu } from "../common/more-menu"
import { PageHeader } from "../common/page-header"
import { ImportStatusBadge } from "./import-status"

const BUSY = ["checking", "running", "undoing"]

/** An import's name, state, progress, and the steps that can come next. */
export function ImportHeader({ one, unsaved }: { one: Import; unsaved: boolean }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const steer = useSteerImport(one.id)
  const remove = useDeleteImport(one.id)
  const navigate = useNavigate()
  const prompt = usePrompt()
  const busy = BUSY.includes(one.status)
  const open = ["mapping", "checked"].includes(one.status)

  const act = (action: "check" | "start" | "cancel" | "undo") =>
    steer.mutate(action, { onError: (error) => void toast.error(error.message) })
  const onStart = async () => {
    const count = format.number(one.total)
    const sure = await prompt({
      variant: "confirmation",
      title: t("transfer.startTitle", { count: one.total, number: count }),
      description: one.checked
        ? t("transfer.startText", { refused: format.number(one.checked.refused) })
        : t("transfer.startUnchecked"),
      confirmText: t("transfer.run"),
      cancelText: t("actions.cancel"),
    })
    if (sure) act("start")
  }
  const onUndo = async () => {
    const sure = await prompt({
      title: t("transfer.undoTitle"),
      description: t("transfer.undoText"),
      confirmText: t("transfer.undo"),
      cancelText: t("actions.cancel"),
    })
    if (sure) act("undo")
  }
  const onDelete = async () => {
    const sure = await prompt({
      title: t("transfer.deleteTitle"),
      description: t("transfer.deleteText"),
      confirmText: t("actions.delete"),
      cancelText: t("actions.cancel"),
    })
    if (!sure) return
    remove.mutate(undefined, {
      onSuccess: () => navigate("/engage/imports"),
      onError: (error) => void toast.error(error.message),
    })
  }

  return (
    <PageHeader
      title={one.filename}
      badge={<ImportStatusBadge status={one.status} />}
      description={`${t(`transfer.kind.${one.kind}`)} · ${t("transfer.rowCount", {
        count: one.total,
        number: format.number(one.total),
      })}`}
      actions={
        <>
          {open && (
            <>
              <Button
                size="small"
                variant="secondary"
                disabled={unsaved}
                isLoading={steer.isPending}
                onClick={() => act("check")}
              >
                {t("transfer.check")}
              </Button>
              <Button size="small" disabled={unsaved || steer.isPending} onClick={onStart}>
                {t("transfer.run")}
              </Button>
            </>
          )}
          {["checking", "running"].includes(one.status) && (
            <Button size="small" variant="secondary" onClick={() => act("cancel")}>
              {t("transfer.cancel")}
            </Button>
          )}
          {one.undoable && (
            <Button size="small" variant="secondary" isLoading={steer.isPending} onClick={onUndo}>
              {t("transfer.undo")}
            </Button>
          )}
          {!busy && (
            <MoreMenu
              groups={[
                { actions: [{ icon: <Trash />, label: t("actions.delete"), onClick: onDelete }] },
              ]}
            />
          )}
        </>
      }
    >
      {busy && <Progress one={one} />}
      {one.error && (
        <Text size="small" className="text-ui-fg-error px-6 py-3" role="alert">
          {one.error}
        </Text>
      )}
    </PageHeader>
  )
}

function Progress({ one }: { one: Import }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const share = one.total ? one.processed / one.total : 0
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4" role="status">
      <div
        role="progressbar"
        aria-label={t(`transfer.state.${one.status}`)}
        aria-valuemin={0}
        aria-valuemax={one.total}
        aria-valuenow={one.processed}
        className="bg-ui-bg-component h-1.5 w-full overflow-hidden rounded-full"
      >
        <div
          className="bg-ui-fg-interactive h-full rounded-full transition-all"
          style={{ width: `${share * 100}%` }}
        />
      </div>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("transfer.progress", {
          done: format.number(one.processed),
          total: format.number(one.total),
        })}
      </Text>
    </div>
  )
}
