import { Badge, Button, Drawer, Heading, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { joinNames, type EventSchema } from "../../../types/event"
import { useEventSchema } from "../../hooks/api/events"
import { useFormat } from "../../hooks/use-format"
import { ErrorState, RowsSkeleton } from "../common/states"
import { EventProperties } from "./event-properties"

/** What the events of one name hold: properties, kinds of values, the commonest of them, and the latest event. */
export function SchemaDrawer({ name, onClose }: { name?: string; onClose: () => void }) {
  const { t } = useTranslation("engage")
  const { data: schema, error, refetch } = useEventSchema(name)
  return (
    <Drawer open={Boolean(name)} onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content className="w-full max-w-[680px]">
        <Drawer.Header>
          <Drawer.Title className="truncate">{name ?? t("events.one")}</Drawer.Title>
          <Drawer.Description>
            {t("events.lookedAt", { count: schema?.looked_at ?? 0 })}
          </Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="flex-1 overflow-y-auto p-0">
          {error && !schema ? (
            <ErrorState error={error} onRetry={refetch} />
          ) : schema ? (
            <Schema schema={schema} />
          ) : (
            <RowsSkeleton rows={6} />
          )}
        </Drawer.Body>
        <Drawer.Footer>
          <Button size="small" variant="secondary" asChild>
            <Link to={`/engage/events?name=${encodeURIComponent(joinNames([name ?? ""]))}`}>
              {t("events.showEvents")}
            </Link>
          </Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}

function Schema({ schema }: { schema: EventSchema }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  return (
    <>
      <Table aria-label={t("events.properties")}>
        <Table.Header className="border-t-0">
          <Table.Row>
            <Table.HeaderCell>{t("events.schema.key")}</Table.HeaderCell>
            <Table.HeaderCell>{t("events.schema.types")}</Table.HeaderCell>
            <Table.HeaderCell className="text-right">{t("events.schema.share")}</Table.HeaderCell>
            <Table.HeaderCell>{t("events.schema.values")}</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {schema.properties.map((property) => (
            <Table.Row key={property.key}>
              <Table.Cell className="font-mono">{property.key}</Table.Cell>
              <Table.Cell>
                {property.types.map((type) => (
                  <Badge key={type} size="2xsmall" className="mr-1">
                    {t(`events.type.${type}`, { defaultValue: type })}
                  </Badge>
                ))}
              </Table.Cell>
              <Table.Cell className="text-right tabular-nums">
                {format.share(property.share)}
              </Table.Cell>
              <Table.Cell className="text-ui-fg-subtle max-w-[220px] truncate">
                {property.values.map(({ value }) => value).join(", ")}
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
      {!schema.properties.length && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("events.schema.none")}
        </Text>
      )}
      {schema.sample && (
        <div className="px-6 py-4">
          <Heading level="h3">{t("events.schema.sample")}</Heading>
          <EventProperties event={schema.sample} />
        </div>
      )}
    </>
  )
}
