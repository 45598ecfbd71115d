import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { type UIMatch, useParams } from "react-router-dom"
import type { Import, ImportKindInfo } from "../../../../../types/transfer"
import { Crumb } from "../../../../components/common/crumb"
import { PageError, PageSkeleton } from "../../../../components/common/states"
import { ImportHeader } from "../../../../components/transfer/import-header"
import { ImportMappingSection } from "../../../../components/transfer/import-mapping"
import { ImportResult } from "../../../../components/transfer/import-result"
import {
  useImport,
  useImportKinds,
  useImportRows,
  useMapImport,
} from "../../../../hooks/api/transfer"

const ImportPage = () => {
  const { id = "" } = useParams()
  const { data: one, error, refetch } = useImport(id)
  const { data: kinds } = useImportKinds()
  const kind = kinds?.find((candidate) => candidate.key === one?.kind)
  if (error && !one) return <PageError error={error} onRetry={refetch} />
  if (!one || !kind) return <PageSkeleton blocks={[96, 320]} />
  return <Loaded key={one.id} one={one} kind={kind} />
}

function Loaded({ one, kind }: { one: Import; kind: ImportKindInfo }) {
  const { t } = useTranslation("engage")
  const [mapping, setMapping] = useState(one.mapping)
  const [create, setCreate] = useState(one.settings.create)
  const { data: rows } = useImportRows(one.id, undefined, "first")
  const save = useMapImport(one.id)
  const changed =
    JSON.stringify(mapping) !== JSON.stringify(one.mapping) || create !== one.settings.create
  const onSave = () =>
    save.mutate(
      { mapping, settings: { create } },
      {
        onSuccess: ({ import: saved }) => {
          setMapping(saved.mapping)
          toast.success(t("transfer.mapping.saved"))
        },
        onError: (error) => void toast.error(error.message),
      }
    )

  const columns = (
    <ImportMappingSection
      kind={kind}
      columns={one.columns}
      first={rows?.[0]}
      mapping={mapping}
      create={create}
      disabled={!["mapping", "checked"].includes(one.status)}
      onMapping={setMapping}
      onCreate={setCreate}
      save={{ changed, pending: save.isPending, onSave }}
    />
  )
  // What is to be done next, or what came of it, stands on top.
  const mapped = one.status !== "mapping"
  return (
    <div className="flex flex-col gap-y-3">
      <ImportHeader one={one} unsaved={changed} />
      {!mapped && columns}
      <ImportResult one={one} />
      {mapped && columns}
    </div>
  )
}

const ImportCrumb = ({ id }: { id: string }) => <>{useImport(id).data?.filename ?? "…"}</>

export const handle = {
  breadcrumb: (match?: UIMatch) =>
    match?.params.id ? <ImportCrumb id={match.params.id} /> : <Crumb label="menu.transfer" />,
}

export default ImportPage
