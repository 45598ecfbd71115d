import { useTranslation } from "react-i18next"
import type { Template } from "../../../types/content"
import { STEP_KINDS } from "../campaigns/steps/step-kinds"
import { MessagePicture } from "../message/message-picture"

type TemplatePictureProps = {
  template: Pick<Template, "name" | "channel">
  /** How it looks; nothing while that is not known, and for what is no e-mail. */
  html: string | undefined
}

/** A template small beside its name: an e-mail as it looks, anything else by the sign of its channel. */
export function TemplatePicture({ template: { name, channel }, html }: TemplatePictureProps) {
  const { t } = useTranslation("engage")
  const { icon: Icon } = STEP_KINDS[channel]
  return (
    <MessagePicture
      html={html}
      title={t("templates.picture", { name })}
      empty={<Icon />}
      className="my-1 h-[60px] w-12 shrink-0 rounded border"
    />
  )
}
