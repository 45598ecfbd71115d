import { Button, Text, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useEraseMany } from "../../hooks/use-erase-many"
import { useLeaveGuard } from "../../hooks/use-leave-guard"

type ErasePeopleProps = {
  ids: string[]
  /** With those who are gone. */
  onErased: (ids: string[]) => void
}

/** Erases everybody who is chosen, after their number was typed; shows how far it is. */
export function ErasePeople({ ids, onErased }: ErasePeopleProps) {
  const { t } = useTranslation("engage")
  const prompt = usePrompt()
  const { erase, stop, progress } = useEraseMany()
  useLeaveGuard(progress !== null)

  const onErase = async () => {
    const count = ids.length
    const sure = await prompt({
      title: t("profiles.bulk.eraseTitle", { count }),
      description: t("profiles.bulk.eraseText"),
      verificationText: t("profiles.bulk.eraseWord", { count }),
      verificationInstruction: t("profiles.privacy.eraseType"),
      confirmText: t("profiles.bulk.erase"),
      cancelText: t("actions.cancel"),
    })
    if (!sure) return
    const { erased, failures } = await erase(ids)
    onErased(erased)
    if (erased.length) toast.success(t("profiles.bulk.erased", { count: erased.length }))
    if (failures.length)
      toast.error(t("filing.notAll", { failed: failures.length, reason: failures[0] }))
  }

  if (!progress)
    return (
      <Button size="small" variant="secondary" onClick={() => void onErase()}>
        {t("profiles.bulk.erase")}
      </Button>
    )
  return (
    <span className="flex items-center gap-x-2">
      <span
        role="progressbar"
        aria-label={t("profiles.bulk.erase")}
        aria-valuemin={0}
        aria-valuemax={progress.of}
        aria-valuenow={progress.done}
        className="bg-ui-bg-component-pressed h-1.5 w-24 overflow-hidden rounded-full"
      >
        <span
          className="bg-ui-tag-red-icon block h-full transition-all"
          style={{ width: `${(progress.done / progress.of) * 100}%` }}
        />
      </span>
      <Text size="small" leading="compact" className="text-ui-fg-subtle tabular-nums">
        {t("profiles.bulk.erasing", progress)}
      </Text>
      <Button size="small" variant="transparent" onClick={stop}>
        {t("profiles.bulk.eraseStop")}
      </Button>
    </span>
  )
}
