import { ArrowPath } from "@medusajs/icons"
import { IconButton, Tooltip, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useRecheck } from "../../hooks/api/quality"

/** Reads the person's e-mail, phone and time zone anew. */
export function RecheckButton({ profileId }: { profileId: string }) {
  const { t } = useTranslation("engage")
  const recheck = useRecheck(profileId)
  return (
    <Tooltip content={t("quality.recheck")}>
      <IconButton
        size="small"
        variant="transparent"
        aria-label={t("quality.recheck")}
        isLoading={recheck.isPending}
        onClick={() =>
          recheck.mutate(undefined, {
            onSuccess: () => void toast.success(t("quality.rechecked")),
            onError: (error) => void toast.error(error.message),
          })
        }
      >
        <ArrowPath />
      </IconButton>
    </Tooltip>
  )
}
