import { Button, Input, Label, Select, Switch, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { DigestSettings } from "../../../types/digest"
import { useSaveDigest } from "../../hooks/api/digest"
import { Field } from "../common/field"
import { FormDrawer } from "../common/form-drawer"

const DAYS = [1, 2, 3, 4, 5, 6, 0]

/** Chooses on which day the week's changes are told, and to whom. */
export function DigestDrawer({ settings }: { settings: DigestSettings }) {
  const { t } = useTranslation("engage")
  const [open, setOpen] = useState(false)
  const [day, setDay] = useState(settings.day)
  const [feed, setFeed] = useState(settings.feed)
  const [emails, setEmails] = useState(settings.emails.join(", "))
  const save = useSaveDigest()

  const onSubmit = () => {
    const list = emails.split(/[\s,;]+/).filter(Boolean)
    save.mutate(
      { day, feed, emails: list },
      {
        onSuccess: () => {
          toast.success(t("digest.saved"))
          setOpen(false)
        },
        onError: (error) => void toast.error(error.message),
      }
    )
  }

  return (
    <FormDrawer
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" variant="secondary">
          {t("digest.settings")}
        </Button>
      }
      title={t("digest.settingsTitle")}
      description={t("digest.settingsHint")}
      onSubmit={onSubmit}
      pending={save.isPending}
    >
      <Field id="digest-day" label={t("digest.day")} hint={t("digest.dayHint")}>
        <Select size="small" value={String(day)} onValueChange={(next) => setDay(Number(next))}>
          <Select.Trigger id="digest-day">
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            {DAYS.map((one) => (
              <Select.Item key={one} value={String(one)}>
                {t(`digest.days.${one}`)}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      </Field>
      <Label size="small" className="flex items-center gap-x-2">
        <Switch size="small" checked={feed} onCheckedChange={setFeed} />
        {t("digest.feed")}
      </Label>
      <Field id="digest-emails" label={t("digest.emails")} hint={t("digest.emailsHint")}>
        <Input
          id="digest-emails"
          size="small"
          value={emails}
          placeholder="anna@example.com, ben@example.com"
          onChange={(event) => setEmails(event.target.value)}
        />
      </Field>
    </FormDrawer>
  )
}
