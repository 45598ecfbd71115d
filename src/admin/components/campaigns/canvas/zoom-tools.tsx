import { ArrowsPointingOut, MinusMini, PlusMini } from "@medusajs/icons"
import { IconButton, Tooltip } from "@medusajs/ui"
import { useReactFlow, useViewport } from "@xyflow/react"
import { useTranslation } from "react-i18next"
import { WHOLE } from "./use-reveal"

/** Nearer, farther, and the whole at once. */
export function ZoomTools() {
  const { t } = useTranslation("engage")
  const { zoomIn, zoomOut, zoomTo, fitView } = useReactFlow()
  const { zoom } = useViewport()
  return (
    <div className="bg-ui-bg-base shadow-elevation-card-rest flex items-center rounded-lg p-0.5">
      <IconButton
        size="small"
        variant="transparent"
        aria-label={t("builder.zoomOut")}
        onClick={() => void zoomOut()}
      >
        <MinusMini />
      </IconButton>
      <button
        type="button"
        aria-label={t("builder.zoomFull")}
        onClick={() => void zoomTo(1)}
        className="txt-compact-xsmall text-ui-fg-subtle focus-visible:shadow-borders-focus w-11 rounded tabular-nums outline-none"
      >
        {Math.round(zoom * 100)} %
      </button>
      <IconButton
        size="small"
        variant="transparent"
        aria-label={t("builder.zoomIn")}
        onClick={() => void zoomIn()}
      >
        <PlusMini />
      </IconButton>
      <Tooltip content={t("builder.fit")}>
        <IconButton
          size="small"
          variant="transparent"
          aria-label={t("builder.fit")}
          onClick={() => void fitView(WHOLE)}
        >
          <ArrowsPointingOut />
        </IconButton>
      </Tooltip>
    </div>
  )
}
