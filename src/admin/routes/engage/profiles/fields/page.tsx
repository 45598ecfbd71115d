import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Field } from "../../../../../types/field"
import { Crumb } from "../../../../components/common/crumb"
import { EmptyState, ErrorState } from "../../../../components/common/states"
import { CandidatesSection } from "../../../../components/fields/candidates-section"
import { DeleteField } from "../../../../components/fields/delete-field"
import { FieldDrawer } from "../../../../components/fields/field-drawer"
import { FieldsTable } from "../../../../components/fields/fields-table"
import { type NewField, useFields } from "../../../../hooks/api/fields"

const FieldsPage = () => {
  const { t } = useTranslation("engage")
  const { data, error, refetch } = useFields()
  const [editing, setEditing] = useState<Field>()
  const [draft, setDraft] = useState<Partial<NewField>>()
  const [deleting, setDeleting] = useState<Field>()

  return (
    <div className="flex flex-col gap-y-3">
      <Container className="overflow-hidden p-0">
        <div className="flex items-center justify-between gap-x-4 px-6 py-4">
          <div>
            <Heading>{t("fields.title")}</Heading>
            <Text size="small" className="text-ui-fg-subtle">
              {t("fields.pageDescription")}
            </Text>
          </div>
          <Button size="small" variant="secondary" onClick={() => setDraft({})}>
            {t("fields.create")}
          </Button>
        </div>
        <div className="border-t">
          {error && !data ? (
            <ErrorState error={error} onRetry={refetch} />
          ) : data && !data.length ? (
            <EmptyState
              title={t("fields.emptyTitle")}
              description={t("fields.emptyDescription")}
              action={{ label: t("fields.create"), onClick: () => setDraft({}) }}
            />
          ) : (
            <FieldsTable fields={data} onEdit={setEditing} onDelete={setDeleting} />
          )}
        </div>
      </Container>
      <CandidatesSection
        onPick={({ scope, key, type, metadata_key }) =>
          setDraft({ scope, key, type, metadata_key, label: metadata_key })
        }
      />
      {(editing || draft) && (
        <FieldDrawer
          field={editing}
          draft={draft}
          onClose={() => {
            setEditing(undefined)
            setDraft(undefined)
          }}
        />
      )}
      {deleting && <DeleteField field={deleting} onClose={() => setDeleting(undefined)} />}
    </div>
  )
}

export const handle = { breadcrumb: () => <Crumb label="fields.title" /> }

export default FieldsPage
