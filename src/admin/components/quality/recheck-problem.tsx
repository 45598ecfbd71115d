import { ArrowPath } from "@medusajs/icons"
import { IconButton, toast, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { QualityProblem } from "../../../types/quality"
import { useRecheckProblem } from "../../hooks/api/quality"

/** Checks everybody again whose address cannot be used for one reason. */
export function RecheckProblem({ problem }: { problem: QualityProblem }) {
  const { t } = useTranslation("engage")
  const recheck = useRecheckProblem()
  return (
    <Tooltip content={t("quality.recheckProblem")}>
      <IconButton
        size="2xsmall"
        variant="transparent"
        aria-label={t("quality.recheckProblemLabel", { reason: problem.reason })}
        isLoading={recheck.isPending}
        onClick={() =>
          recheck.mutate(problem, {
            onSuccess: ({ people }) =>
              void toast.success(t("quality.problemRechecked", { count: people })),
            onError: (error) => void toast.error(error.message),
          })
        }
      >
        <ArrowPath />
      </IconButton>
    </Tooltip>
  )
}
