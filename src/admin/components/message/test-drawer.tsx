import { Button, Hint, Input, Label, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { channelForm } from "../../../types/channel-form"
import type { SendingChannel } from "../../../types/common"
import type { ProfileListItem } from "../../../types/profile"
import { useTemplate } from "../../hooks/api/templates"
import { useSendListTest, useSendTest } from "../../hooks/api/test-messages"
import { useFormat } from "../../hooks/use-format"
import { LanguageField } from "../languages/language-field"
import { ProfilePicker, personName } from "../picker/profile-picker"
import { ListResults, TestListSelect } from "./test-list-select"
import { FormDrawer } from "../common/form-drawer"

type TestDrawerProps = {
  channel: SendingChannel
  templateId: string | null | undefined
  /** Of what is tested, such as `/broadcasts/<id>`. */
  path: string
  /** What it sends, if the path does not say that. */
  message?: object
  /** What is said of it. */
  description: string
  className?: string
}

/** Sends one copy to an address of the staff, written as for a person of their choice. */
export function TestDrawer(props: TestDrawerProps) {
  const { channel, templateId, path, message, description, className } = props
  const { t } = useTranslation("engage")
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const [to, setTo] = useState("")
  const [person, setPerson] = useState<ProfileListItem>()
  const [language, setLanguage] = useState<string | null>()
  const { data: template } = useTemplate((open && templateId) || undefined)
  const send = useSendTest(path, message)
  const [list, setList] = useState("")
  const sendList = useSendListTest(path, message)
  const result = list ? undefined : send.data
  const written = ["email", "phone"].includes(channelForm(channel).to)
  const byMail = channel === "email"

  const onSend = () => {
    if (list) return sendList.mutate({ list, profile_id: person?.id, language })
    send.mutate(
      { to: to.trim(), profile_id: person?.id, language },
      {
        onSuccess: ({ state }) => {
          if (state === "accepted")
            toast.success(
              t("broadcasts.test.sent", { to: to.trim() || (person ? personName(person) : "") })
            )
        },
      }
    )
  }

  return (
    <FormDrawer
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button
          size="small"
          variant="secondary"
          type="button"
          className={className}
          disabled={!templateId}
        >
          {t("broadcasts.test.button")}
        </Button>
      }
      title={t("broadcasts.test.title")}
      description={description}
      onSubmit={onSend}
      cancel={t("actions.close")}
      submit={t("broadcasts.test.send")}
      ready={Boolean(written ? list || to.trim() : person)}
      pending={send.isPending || sendList.isPending}
    >
      {written && <TestListSelect value={list} onChange={setList} />}
      {written && !list && (
        <div className="flex flex-col gap-y-2">
          <Label size="small" weight="plus" htmlFor="test-to">
            {t(byMail ? "broadcasts.test.to" : `short.test.${channel}`)}
          </Label>
          <Input
            id="test-to"
            type={byMail ? "email" : "tel"}
            value={to}
            placeholder={byMail ? "you@example.com" : "+4915112345678"}
            onChange={(event) => setTo(event.target.value)}
          />
        </div>
      )}
      <div className="flex flex-col gap-y-2">
        <Label size="small" weight="plus">
          {t(written ? "broadcasts.test.as" : "short.test.person")}
        </Label>
        <ProfilePicker
          label={t("broadcasts.test.as")}
          current={person ? personName(person) : null}
          onPick={setPerson}
          className="min-h-8"
        />
        <Hint className="text-ui-fg-subtle">
          {t(written ? "broadcasts.test.asHint" : "short.test.personHint")}
        </Hint>
      </div>
      {template && template.languages.length > 0 && (
        <LanguageField
          languages={template.languages.map((one) => one.language)}
          value={language}
          onChange={setLanguage}
        />
      )}
      {list && sendList.error && <Hint variant="error">{sendList.error.message}</Hint>}
      {list && sendList.data && <ListResults results={sendList.data.results} />}
      {!list && send.error && <Hint variant="error">{send.error.message}</Hint>}
      {result?.state === "failed" && (
        <Hint variant="error">{t("broadcasts.test.failed", { error: result.error ?? "" })}</Hint>
      )}
      {result?.context && (
        <Text size="small" className="text-ui-fg-subtle">
          {t(`campaigns.test.${result.context.of}`, { at: format.dateTime(result.context.at) })}
        </Text>
      )}
      {result?.state === "accepted" && written && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("broadcasts.test.outbox")}{" "}
          <Link
            to={`/engage/messages?open=${result.message_id}`}
            className="text-ui-tag-blue-text underline underline-offset-2"
          >
            {t("broadcasts.test.open")}
          </Link>
        </Text>
      )}
    </FormDrawer>
  )
}
