import { Button, Drawer, Hint, Label, RadioGroup, Select } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { ListedSegment } from "../../../types/segment"
import {
  EXPORT_FORMATS,
  EXPORT_KINDS,
  type ExportFormat,
  type ExportKindKey,
} from "../../../types/transfer"
import { useCreateExport } from "../../hooks/api/transfer"
import { fileUrl } from "../../lib/client"
import { FieldButton } from "../picker/field-button"
import { SegmentPicker } from "../picker/segment-picker"

/** Chooses what to take out, of everybody or of a segment, and starts the download. */
export function ExportDrawer() {
  const { t } = useTranslation("engage")
  const [open, setOpen] = useState(false)
  const [kind, setKind] = useState<ExportKindKey>("profiles")
  const [format, setFormat] = useState<ExportFormat>("csv")
  const [segment, setSegment] = useState<ListedSegment>()
  const create = useCreateExport()

  const onDownload = () =>
    create.mutate(
      { kind, format, segment_id: segment?.id },
      {
        onSuccess: (made) => {
          window.location.assign(fileUrl(made.url))
          setOpen(false)
        },
      }
    )

  return (
    <Drawer open={open} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary">
          {t("transfer.export")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("transfer.export")}</Drawer.Title>
          <Drawer.Description>{t("transfer.exportHint")}</Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-auto">
          <div className="flex flex-col gap-y-2">
            <Label size="small" weight="plus" id="export-kind">
              {t("transfer.whatOut")}
            </Label>
            <Select value={kind} onValueChange={(value) => setKind(value as ExportKindKey)}>
              <Select.Trigger aria-labelledby="export-kind">
                <Select.Value />
              </Select.Trigger>
              <Select.Content>
                {EXPORT_KINDS.map((one) => (
                  <Select.Item key={one} value={one}>
                    {t(`transfer.kind.${one}`)}
                  </Select.Item>
                ))}
              </Select.Content>
            </Select>
          </div>
          <div className="flex flex-col gap-y-2">
            <Label size="small" weight="plus">
              {t("transfer.whom")}
            </Label>
            <SegmentPicker
              label={t("menu.segments")}
              selected={segment ? [segment.id] : []}
              onPick={setSegment}
              trigger={<FieldButton>{segment?.name ?? t("transfer.everybody")}</FieldButton>}
            />
            {segment && (
              <Button
                size="small"
                variant="transparent"
                className="w-fit"
                onClick={() => setSegment(undefined)}
              >
                {t("transfer.everybody")}
              </Button>
            )}
          </div>
          <fieldset>
            <legend className="txt-compact-small-plus pb-2">{t("transfer.format")}</legend>
            <RadioGroup
              value={format}
              onValueChange={(value) => setFormat(value as ExportFormat)}
              aria-label={t("transfer.format")}
            >
              {EXPORT_FORMATS.map((one) => (
                <div key={one} className="flex items-center gap-x-2">
                  <RadioGroup.Item value={one} id={`format-${one}`} />
                  <Label size="small" htmlFor={`format-${one}`}>
                    {t(`transfer.formats.${one}`)}
                  </Label>
                </div>
              ))}
            </RadioGroup>
          </fieldset>
          {create.error && <Hint variant="error">{create.error.message}</Hint>}
        </Drawer.Body>
        <Drawer.Footer>
          <Drawer.Close asChild>
            <Button size="small" variant="secondary">
              {t("actions.cancel")}
            </Button>
          </Drawer.Close>
          <Button size="small" isLoading={create.isPending} onClick={onDownload}>
            {t("transfer.download")}
          </Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
