import { Input, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { MailSender } from "../../../types/sender"
import { useSaveSender } from "../../hooks/api/senders"
import { FormDrawer } from "../common/form-drawer"
import { Field } from "../common/field"

type SenderDrawerProps = { sender: Partial<MailSender>; onClose: () => void }

/** Adds a sender or changes one. */
export function SenderDrawer({ sender, onClose }: SenderDrawerProps) {
  const { t } = useTranslation("engage")
  const [name, setName] = useState(sender.name ?? "")
  const [email, setEmail] = useState(sender.email ?? "")
  const [reply, setReply] = useState(sender.reply_to ?? "")
  const save = useSaveSender()

  const submit = async () => {
    try {
      await save.mutateAsync({ id: sender.id, name, email, reply_to: reply || null })
      toast.success(t("senders.saved"))
      onClose()
    } catch (error) {
      toast.error((error as Error).message)
    }
  }

  return (
    <FormDrawer
      onOpenChange={(open) => !open && onClose()}
      title={t(sender.id ? "senders.edit" : "senders.add")}
      onSubmit={submit}
      pending={save.isPending}
    >
      <Field label={t("senders.name")} id="sender-name" hint={t("senders.nameHint")}>
        <Input
          id="sender-name"
          required
          size="small"
          maxLength={100}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </Field>
      <Field label={t("senders.email")} id="sender-email" hint={t("senders.emailHint")}>
        <Input
          id="sender-email"
          required
          type="email"
          size="small"
          value={email}
          onChange={({ target }) => setEmail(target.value)}
        />
      </Field>
      <Field label={t("senders.reply")} id="sender-reply" hint={t("senders.replyHint")}>
        <Input
          id="sender-reply"
          type="email"
          size="small"
          value={reply}
          onChange={({ target }) => setReply(target.value)}
        />
      </Field>
    </FormDrawer>
  )
}
