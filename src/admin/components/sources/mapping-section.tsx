import { Plus, XMark } from "@medusajs/icons"
import { Button, Hint, IconButton, Input, Label, Text, Textarea, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { InboundSource, SourceMapping } from "../../../types/event"
import { useSourceRequests, useUpdateSource } from "../../hooks/api/sources"
import { useDebounced } from "../../hooks/use-debounced"
import { pathsOf } from "../../lib/json-paths"
import { Section } from "../common/states"
import { TrialResult } from "./trial-result"

const FIELDS = ["each", "name", "message_id", "at", "email", "customer_id"] as const
const PATHS_ID = "source-paths"

/** Which value of what the other system sends becomes what, tried at once on a document. */
export function MappingSection({ source }: { source: InboundSource }) {
  const { t } = useTranslation("engage")
  const [mapping, setMapping] = useState(source.mapping)
  const [typed, setTyped] = useState<string>()
  const { data: requests } = useSourceRequests(source.id)
  const document = typed ?? pretty(requests?.[0]?.body) ?? ""
  const settled = useDebounced(JSON.stringify({ document, mapping }))
  const trial = JSON.parse(settled) as { document: string; mapping: SourceMapping }
  const save = useUpdateSource(source.id)
  const changed = JSON.stringify(mapping) !== JSON.stringify(source.mapping)
  const paths = pathsOf(document, mapping.each)
  const rows = Object.entries(mapping.properties)
  const setRows = (next: [string, string][]) =>
    setMapping({ ...mapping, properties: Object.fromEntries(next) })

  return (
    <Section
      title={t("sources.mapping.title")}
      description={t("sources.mapping.description")}
      actions={
        <Button
          size="small"
          disabled={!changed}
          isLoading={save.isPending}
          onClick={() =>
            save.mutate(
              { mapping },
              {
                onSuccess: () => toast.success(t("sources.mapping.saved")),
                onError: (error) => toast.error(error.message),
              }
            )
          }
        >
          {t("actions.save")}
        </Button>
      }
    >
      <datalist id={PATHS_ID}>
        {paths.map((path) => (
          <option key={path} value={path} />
        ))}
      </datalist>
      <div className="grid gap-6 px-6 py-4 lg:grid-cols-2">
        <div className="flex flex-col gap-y-4">
          {FIELDS.map((field) => (
            <div key={field} className="flex flex-col gap-y-1">
              <Label size="small" weight="plus" htmlFor={`mapping-${field}`}>
                {t(`sources.mapping.${field}`)}
              </Label>
              <Input
                id={`mapping-${field}`}
                size="small"
                list={PATHS_ID}
                value={mapping[field]}
                onChange={(event) => setMapping({ ...mapping, [field]: event.target.value })}
              />
              <Hint className="text-ui-fg-subtle">{t(`sources.mapping.hint.${field}`)}</Hint>
            </div>
          ))}
          <Properties rows={rows} onChange={setRows} />
        </div>
        <div className="flex flex-col gap-y-4">
          <div className="flex flex-col gap-y-1">
            <Label size="small" weight="plus" htmlFor="source-document">
              {t("sources.trial.document")}
            </Label>
            <Textarea
              id="source-document"
              rows={12}
              spellCheck={false}
              className="font-mono"
              value={document}
              placeholder='{ "name": "Quiz Finished", "email": "ada@example.com" }'
              onChange={(event) => setTyped(event.target.value)}
            />
            <Hint className="text-ui-fg-subtle">{t("sources.trial.hint")}</Hint>
          </div>
          <TrialResult source={source.id} document={trial.document} mapping={trial.mapping} />
        </div>
      </div>
    </Section>
  )
}

type PropertiesProps = { rows: [string, string][]; onChange: (rows: [string, string][]) => void }

function Properties({ rows, onChange }: PropertiesProps) {
  const { t } = useTranslation("engage")
  const replace = (index: number, row: [string, string]) =>
    onChange(rows.map((old, i) => (i === index ? row : old)))
  return (
    <fieldset className="flex flex-col gap-y-2">
      <legend className="txt-compact-small-plus pb-1">{t("sources.mapping.properties")}</legend>
      {rows.map(([key, path], index) => (
        <div key={index} className="flex items-center gap-x-2">
          <Input
            size="small"
            aria-label={t("sources.mapping.propertyName")}
            placeholder={t("sources.mapping.propertyName")}
            value={key}
            onChange={(event) => replace(index, [event.target.value, path])}
          />
          <Input
            size="small"
            list={PATHS_ID}
            aria-label={t("sources.mapping.propertyPath")}
            placeholder={t("sources.mapping.propertyPath")}
            value={path}
            onChange={(event) => replace(index, [key, event.target.value])}
          />
          <IconButton
            size="small"
            variant="transparent"
            type="button"
            aria-label={t("actions.remove", { name: key })}
            onClick={() => onChange(rows.filter((_, i) => i !== index))}
          >
            <XMark />
          </IconButton>
        </div>
      ))}
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("sources.mapping.propertiesHint")}
      </Text>
      <Button
        size="small"
        variant="secondary"
        type="button"
        className="w-fit"
        disabled={rows.some(([key]) => !key)}
        onClick={() => onChange([...rows, ["", ""]])}
      >
        <Plus />
        {t("sources.mapping.addProperty")}
      </Button>
    </fieldset>
  )
}

function pretty(body: string | undefined): string | undefined {
  if (!body) return undefined
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}
