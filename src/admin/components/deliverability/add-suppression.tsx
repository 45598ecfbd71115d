import { Button, Hint, Input, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useAddSuppression } from "../../hooks/api/deliverability"
import { Field } from "../common/field"
import { FormDrawer } from "../common/form-drawer"

/** Puts an address on the list of those that get nothing. */
export function AddSuppression() {
  const { t } = useTranslation("engage")
  const [open, setOpen] = useState(false)
  const [address, setAddress] = useState("")
  const [note, setNote] = useState("")
  const add = useAddSuppression()

  const onOpenChange = (next: boolean) => {
    setOpen(next)
    if (next) return
    add.reset()
    setAddress("")
    setNote("")
  }
  const onSubmit = () => {
    add.mutate(
      {
        channel: address.includes("@") ? "email" : "sms",
        address: address.trim(),
        note: note.trim() || null,
      },
      {
        onSuccess: (added) => {
          toast.success(t("deliverability.suppressed.added", { address: added.address }))
          onOpenChange(false)
        },
      }
    )
  }

  return (
    <FormDrawer
      open={open}
      onOpenChange={onOpenChange}
      trigger={
        <Button size="small" variant="secondary">
          {t("deliverability.suppressed.add")}
        </Button>
      }
      title={t("deliverability.suppressed.add")}
      description={t("deliverability.suppressed.addHint")}
      onSubmit={onSubmit}
      submit={t("deliverability.suppressed.add")}
      ready={address.trim() !== ""}
      pending={add.isPending}
    >
      <Field label={t("deliverability.suppressed.address")} id="suppress-address">
        <Input
          id="suppress-address"
          required
          maxLength={320}
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
      </Field>
      <Field label={t("deliverability.suppressed.note")} id="suppress-note">
        <Input
          id="suppress-note"
          maxLength={300}
          placeholder={t("deliverability.suppressed.notePlaceholder")}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Field>
      {add.error && <Hint variant="error">{add.error.message}</Hint>}
    </FormDrawer>
  )
}
