import { CheckCircleSolid, SquareTwoStack } from "@medusajs/icons"
import { Button, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Health } from "../../../types/overview"
import { Section } from "../common/states"
import { Time } from "../common/values"

/** What failed in the background, and all that somebody who helps needs to know. */
export function FailuresSection({ health }: { health: Health }) {
  const { t } = useTranslation("engage")
  const copy = () =>
    navigator.clipboard.writeText(diagnostics(health)).then(
      () => void toast.success(t("settings.failures.copied")),
      () => void toast.error(t("settings.failures.notCopied"))
    )

  return (
    <Section
      id="failures"
      title={t("settings.failures.title")}
      description={t("settings.failures.description")}
      actions={
        <Button size="small" variant="secondary" onClick={() => void copy()}>
          <SquareTwoStack />
          {t("settings.failures.copy")}
        </Button>
      }
    >
      {health.failures.length ? (
        <ul className="divide-y">
          {health.failures.map((one) => (
            <li key={`${one.place}-${one.message}`} className="flex flex-col gap-y-1 px-6 py-3">
              <span className="flex items-baseline justify-between gap-x-4">
                <Text size="small" leading="compact" weight="plus">
                  {t(`settings.failures.place.${one.place}`, { defaultValue: one.place })}
                </Text>
                <Text as="span" size="xsmall" className="text-ui-fg-subtle shrink-0">
                  {t("settings.failures.times", { count: one.times })} · <Time at={one.last_at} />
                </Text>
              </span>
              <code className="txt-compact-xsmall text-ui-fg-error whitespace-pre-wrap break-words font-mono">
                {one.message}
              </code>
            </li>
          ))}
        </ul>
      ) : (
        <Text
          as="div"
          size="small"
          className="text-ui-fg-base flex items-center gap-x-2 px-6 py-4"
          role="status"
        >
          <CheckCircleSolid className="text-ui-tag-green-icon shrink-0" aria-hidden />
          {t("settings.failures.none")}
        </Text>
      )}
    </Section>
  )
}

/** Everything but who sends and what is secret. */
function diagnostics({ sender: _, push_public_key: _key, ...health }: Health): string {
  return JSON.stringify(
    {
      at: new Date().toISOString(),
      browser: navigator.userAgent,
      ...health,
      arrivals: health.arrivals.map(({ name: _name, ...arrival }) => arrival),
    },
    null,
    2
  )
}
