import { CheckCircleSolid, ExclamationCircleSolid } from "@medusajs/icons"
import { Button, StatusBadge, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Migration } from "../../../types/overview"
import { Section } from "../common/states"
import { Time } from "../common/values"

/** Whether the database is as this version of the plugin needs it, with every change of it. */
export function MigrationsSection({ migrations }: { migrations: Migration[] }) {
  const { t } = useTranslation("engage")
  const [open, setOpen] = useState(false)
  const missing = migrations.filter(({ ran_at }) => !ran_at)
  const shown = open ? migrations : missing
  const last = migrations
    .map(({ ran_at }) => ran_at ?? "")
    .sort()
    .at(-1)

  return (
    <Section
      id="migrations"
      title={t("settings.migrations.title")}
      description={t("settings.migrations.description")}
      actions={
        <Button
          size="small"
          variant="secondary"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {t(open ? "settings.migrations.hide" : "settings.migrations.show")}
        </Button>
      }
    >
      <Text
        as="div"
        size="small"
        role="status"
        className="text-ui-fg-base flex items-center gap-x-2 px-6 py-4"
      >
        {missing.length ? (
          <>
            <ExclamationCircleSolid className="text-ui-tag-orange-icon shrink-0" aria-hidden />
            <span>
              {t("settings.migrations.missing", { count: missing.length })}{" "}
              <code className="txt-compact-xsmall font-mono">npx medusa db:migrate</code>
            </span>
          </>
        ) : (
          <>
            <CheckCircleSolid className="text-ui-tag-green-icon shrink-0" aria-hidden />
            <span>
              {t("settings.migrations.done", { count: migrations.length })} <Time at={last} />
            </span>
          </>
        )}
      </Text>
      {shown.length > 0 && (
        <div
          className="max-h-96 overflow-auto border-t"
          role="group"
          aria-label={t("settings.migrations.title")}
          tabIndex={0}
        >
          <Table aria-label={t("settings.migrations.title")}>
            <Table.Header className="border-t-0">
              <Table.Row>
                <Table.HeaderCell>{t("settings.migrations.name")}</Table.HeaderCell>
                <Table.HeaderCell>{t("settings.migrations.module")}</Table.HeaderCell>
                <Table.HeaderCell>{t("settings.migrations.made")}</Table.HeaderCell>
              </Table.Row>
            </Table.Header>
            <Table.Body className="border-b-0">
              {[...shown].reverse().map(({ module, name, ran_at }) => (
                <Table.Row key={name} className="last:border-b-0">
                  <Table.Cell className="text-ui-fg-base">{name}</Table.Cell>
                  <Table.Cell>
                    {t(`settings.migrations.of.${module}`, { defaultValue: module })}
                  </Table.Cell>
                  <Table.Cell className="whitespace-nowrap">
                    {ran_at ? (
                      <Time at={ran_at} />
                    ) : (
                      <StatusBadge color="orange">{t("settings.migrations.not")}</StatusBadge>
                    )}
                  </Table.Cell>
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        </div>
      )}
    </Section>
  )
}
