import { Badge, Button, Text, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { VisitorMerge } from "../../../types/event"
import { useDevices, useUndoDevice } from "../../hooks/api/events"
import { Section } from "../common/states"
import { Time } from "../common/values"

/** Devices whose anonymous visits were joined to the person, each with the way to take it back. */
export function DevicesSection({ profileId }: { profileId: string }) {
  const { t } = useTranslation("engage")
  const { data: devices } = useDevices(profileId)
  if (!devices?.length) return null
  return (
    <Section title={t("events.devices.title")} description={t("events.devices.description")}>
      <ul className="divide-y">
        {devices.map((device) => (
          <Device key={device.id} device={device} profileId={profileId} />
        ))}
      </ul>
    </Section>
  )
}

function Device({ device, profileId }: { device: VisitorMerge; profileId: string }) {
  const { t } = useTranslation("engage")
  const prompt = usePrompt()
  const undo = useUndoDevice(profileId)
  const onUndo = async () => {
    const sure = await prompt({
      title: t("events.devices.undoTitle"),
      description: t("events.devices.undoDescription"),
      confirmText: t("events.devices.undo"),
      cancelText: t("actions.cancel"),
    })
    if (!sure) return
    // The entry is gone by then, and with it what `mutate` would call.
    undo.mutateAsync(device.id).then(
      () => toast.success(t("events.devices.undone")),
      (error: Error) => toast.error(error.message)
    )
  }
  return (
    <li className="flex items-start justify-between gap-x-3 px-6 py-3">
      <div className="min-w-0">
        <Text size="small" leading="compact" weight="plus">
          {device.device || t("events.visit.someDevice")}
        </Text>
        <Text as="div" size="xsmall" className="text-ui-fg-subtle">
          {t(`events.devices.reason.${device.reason}`)}, <Time at={device.at} style="relative" />
          {" · "}
          {t("events.devices.brought", { count: device.events })}
        </Text>
      </div>
      {device.undone_at ? (
        <Badge size="2xsmall">{t("events.devices.takenBack")}</Badge>
      ) : (
        <Button
          size="small"
          variant="transparent"
          className="shrink-0 whitespace-nowrap"
          onClick={onUndo}
          isLoading={undo.isPending}
        >
          {t("events.devices.undo")}
        </Button>
      )}
    </li>
  )
}
