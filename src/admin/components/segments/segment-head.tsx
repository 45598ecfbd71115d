import { ArrowUturnLeft } from "@medusajs/icons"
import { Button, Container, Heading, IconButton, Input, Label, Text, Tooltip } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { FolderInput } from "../filing/folder-input"
import { KeysButton } from "../common/keys-sheet"
import type { useSegmentDraft } from "./use-segment-draft"

type SegmentHeadProps = {
  title: string
  /** Why it cannot be saved as it is. */
  reason: string | undefined
  segment: ReturnType<typeof useSegmentDraft>
  onSave: () => void
  onCancel: () => void
  /** Drafts of before. */
  children: ReactNode
}

const KEYS: [what: string, keys: string[]][] = [
  ["copyRule", ["Ctrl", "C"]],
  ["pasteRule", ["Ctrl", "V"]],
  ["drag", ["Space", "↑", "↓"]],
  ["undo", ["Ctrl", "Z"]],
  ["redo", ["Ctrl", "Y"]],
  ["help", ["?"]],
]

/** What a segment is called and where it is filed, with the way back, forward and out. */
export function SegmentHead({
  title,
  reason,
  segment,
  onSave,
  onCancel,
  children,
}: SegmentHeadProps) {
  const { t } = useTranslation("engage")
  const { texts, setTexts, history, dirty, kept, saving } = segment

  return (
    <Container className="flex flex-col gap-y-4 px-6 py-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Heading>{title}</Heading>
        <div className="flex flex-wrap items-center gap-2">
          {dirty && (
            <Text size="small" className="text-ui-fg-subtle">
              {t(kept.kept ? "drafts.kept" : "drafts.notKept")}
            </Text>
          )}
          <KeysButton
            small
            description={t("builder.keys.segment")}
            note={t("builder.keys.mac")}
            lines={KEYS.map(([what, keys]) => [t(`builder.keys.${what}`), keys])}
          />
          <Tooltip content={`${t("actions.undo")} ⌘Z`}>
            <IconButton
              size="small"
              variant="transparent"
              aria-label={t("actions.undo")}
              disabled={!history.canUndo}
              onClick={history.undo}
            >
              <ArrowUturnLeft />
            </IconButton>
          </Tooltip>
          <Tooltip content={`${t("actions.redo")} ⇧⌘Z`}>
            <IconButton
              size="small"
              variant="transparent"
              aria-label={t("actions.redo")}
              disabled={!history.canRedo}
              onClick={history.redo}
            >
              <ArrowUturnLeft className="-scale-x-100" />
            </IconButton>
          </Tooltip>
          <Button size="small" variant="secondary" onClick={onCancel}>
            {t("actions.cancel")}
          </Button>
          <Tooltip content={reason ?? t("segments.builder.saveHint")}>
            {/* A disabled button gets no pointer events, so the reason hangs on a wrapper. */}
            <span tabIndex={reason ? 0 : undefined}>
              <Button size="small" disabled={Boolean(reason)} isLoading={saving} onClick={onSave}>
                {t("actions.save")}
              </Button>
            </span>
          </Tooltip>
        </div>
      </div>
      {children}
      <div className="grid grid-cols-1 gap-4 md:grid-cols-3">
        <div className="flex flex-col gap-y-1">
          <Label size="small" weight="plus" htmlFor="segment-name">
            {t("segments.name")}
          </Label>
          <Input
            id="segment-name"
            size="small"
            value={texts.name}
            placeholder={t("segments.namePlaceholder")}
            onChange={(event) => setTexts({ ...texts, name: event.target.value })}
          />
        </div>
        <div className="flex flex-col gap-y-1">
          <Label size="small" weight="plus" htmlFor="segment-description">
            {t("segments.descriptionLabel")}
          </Label>
          <Input
            id="segment-description"
            size="small"
            value={texts.description}
            placeholder={t("segments.descriptionPlaceholder")}
            onChange={(event) => setTexts({ ...texts, description: event.target.value })}
          />
        </div>
        <div className="flex flex-col gap-y-1">
          <Label size="small" weight="plus" htmlFor="segment-folder">
            {t("filing.folder")}
          </Label>
          <FolderInput
            id="segment-folder"
            kind="segments"
            value={texts.folder}
            onChange={(folder) => setTexts({ ...texts, folder })}
          />
        </div>
      </div>
    </Container>
  )
}
