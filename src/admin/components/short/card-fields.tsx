import { Plus, XMarkMini } from "@medusajs/icons"
import { Button, Hint, IconButton, Input } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { channelForm } from "../../../types/channel-form"
import type { SendingChannel } from "../../../types/common"
import { CORNER, type MessageCard } from "../../../types/content"
import { Field } from "../common/field"
import { VariableInput } from "../templates/variable-input"

type CardFieldsProps = {
  card: MessageCard
  channel: SendingChannel
  profileId: string | undefined
  onChange: (card: MessageCard, tag: string) => void
}

/** As a place is called: small letters, digits and hyphens. */
const placeName = (typed: string) =>
  typed
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, "-")
    .replace(/^-+/, "")

/** Picture, place, link and buttons of a short message. */
export function CardFields({ card, channel, profileId, onChange }: CardFieldsProps) {
  const { t } = useTranslation("engage")
  const { link, buttons: most, answers } = channelForm(channel)
  const set = (change: Partial<MessageCard>, tag: string) => onChange({ ...card, ...change }, tag)
  const setButton = (at: number, change: Partial<MessageCard["buttons"][number]>) =>
    set(
      { buttons: card.buttons.map((one, i) => (i === at ? { ...one, ...change } : one)) },
      `button${at}`
    )

  return (
    <>
      <VariableInput
        id="short-image"
        label={t("short.image")}
        hint={t("short.imageHint")}
        placeholder="https://"
        value={card.image}
        profileId={profileId}
        onChange={(image) => set({ image }, "image")}
      />
      {channel === "in_app" && (
        <Field id="short-place" label={t("short.place")} hint={t("short.placeHint")}>
          <Input
            id="short-place"
            placeholder={CORNER}
            maxLength={40}
            value={card.place ?? ""}
            onChange={({ target }) => set({ place: placeName(target.value) || null }, "place")}
          />
        </Field>
      )}
      {link && (
        <VariableInput
          id="short-link"
          label={t("short.link")}
          hint={t("short.linkHint")}
          placeholder="https://"
          value={card.link}
          profileId={profileId}
          onChange={(to) => set({ link: to }, "link")}
        />
      )}
      {card.buttons.map((button, at) => (
        <div key={at} className="flex items-start gap-x-2">
          <div className="grid min-w-0 flex-1 grid-cols-1 gap-2 md:grid-cols-2">
            <VariableInput
              id={`short-button-${at}`}
              label={t("short.buttonLabel", { number: at + 1 })}
              value={button.label}
              profileId={profileId}
              onChange={(label) => setButton(at, { label })}
            />
            <VariableInput
              id={`short-button-url-${at}`}
              label={t("short.buttonUrl", { number: at + 1 })}
              placeholder="https://"
              value={button.url}
              profileId={profileId}
              onChange={(url) => setButton(at, { url })}
            />
          </div>
          <IconButton
            size="small"
            variant="transparent"
            type="button"
            className="mt-6"
            aria-label={t("actions.remove", { name: t("short.button", { number: at + 1 }) })}
            onClick={() => set({ buttons: card.buttons.filter((_, i) => i !== at) }, "buttons")}
          >
            <XMarkMini />
          </IconButton>
        </div>
      ))}
      {answers && card.buttons.length > 0 && <Hint>{t("short.answerHint")}</Hint>}
      {card.buttons.length < most && (
        <Button
          size="small"
          variant="transparent"
          type="button"
          className="self-start"
          onClick={() => set({ buttons: [...card.buttons, { label: "", url: "" }] }, "buttons")}
        >
          <Plus />
          {t("short.addButton")}
        </Button>
      )}
    </>
  )
}
