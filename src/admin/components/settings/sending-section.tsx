import { Badge, CodeBlock, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Health } from "../../../types/overview"
import { Section } from "../common/states"
import { Fact } from "../common/values"

const example = `plugins: [
  {
    resolve: "medusa-plugin-engage",
    options: {
      publicUrl: "https://api.your-shop.com",
      sender: {
        name: "Your shop",
        email: "hello@your-shop.com",
        postalAddress: "1 Main Street, 12345 City",
      },
      channels: {
        email: {
          provider: "smtp",
          url: process.env.SMTP_URL,
        },
      },
    },
  },
]`

/** A capability in words; some carry a number, as in `batchSize: 100`. */
function Capability({ capability }: { capability: string }) {
  const { t } = useTranslation("engage")
  const [key, number] = capability.split(": ")
  return (
    <Badge size="2xsmall">
      {t(`settings.capability.${key}`, { number, defaultValue: capability })}
    </Badge>
  )
}

/** Through which provider messages leave, and how to change that. */
export function SendingSection({ health }: { health: Health }) {
  const { t } = useTranslation("engage")
  return (
    <>
      <Section
        id="providers"
        title={t("settings.providers.title")}
        description={t("settings.providers.description")}
      >
        {health.provider.map((provider) => (
          <Fact key={provider.channel} label={t(`channel.${provider.channel}`)}>
            <span className="flex flex-col items-start gap-y-2">
              <span className="text-ui-fg-base">
                {t(`settings.provider.${provider.name}`, { defaultValue: provider.name })}
              </span>
              {provider.name === "sandbox" && <span>{t("settings.providers.sandboxHint")}</span>}
              <span className="flex flex-wrap gap-1">
                {provider.capabilities.map((capability) => (
                  <Capability key={capability} capability={capability} />
                ))}
              </span>
            </span>
          </Fact>
        ))}
      </Section>
      <Section title={t("settings.change.title")} description={t("settings.change.description")}>
        <div className="flex flex-col gap-y-3 px-6 py-4">
          <CodeBlock
            snippets={[
              {
                label: "medusa-config.ts",
                language: "typescript",
                code: example,
                hideLineNumbers: true,
              },
            ]}
          >
            <CodeBlock.Header />
            <CodeBlock.Body />
          </CodeBlock>
          <Text size="small" className="text-ui-fg-subtle">
            {t("settings.change.secrets")}
          </Text>
        </div>
      </Section>
    </>
  )
}
