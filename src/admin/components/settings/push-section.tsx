import { Code, Copy, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Section } from "../common/states"
import { Fact } from "../common/values"

const script = (origin: string) =>
  `<script async src="${origin}/engage/t/push.js" data-key="pk_…"></script>`

/** What a shop needs to have browsers sign up for push messages. */
export function PushSection({ publicKey }: { publicKey: string }) {
  const { t } = useTranslation("engage")
  const tag = script(window.location.origin)
  return (
    <Section
      id="push"
      title={t("settings.push.title")}
      description={t("settings.push.description")}
    >
      <Fact label={t("settings.push.key")}>
        <Copyable text={publicKey} />
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("settings.push.keyHint")}
        </Text>
      </Fact>
      <Fact label={t("settings.push.script")}>
        <Copyable text={tag} />
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("settings.push.scriptHint")}
        </Text>
      </Fact>
    </Section>
  )
}

function Copyable({ text }: { text: string }) {
  return (
    <span className="flex items-start gap-x-2 pb-1">
      <Code className="min-w-0 break-all">{text}</Code>
      <Copy content={text} className="text-ui-fg-muted shrink-0" />
    </span>
  )
}
