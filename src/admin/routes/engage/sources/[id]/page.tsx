import { useTranslation } from "react-i18next"
import type { UIMatch } from "react-router-dom"
import { useParams } from "react-router-dom"
import { Crumb } from "../../../../components/common/crumb"
import { PageError, PageSkeleton } from "../../../../components/common/states"
import { CallsSection } from "../../../../components/sources/calls-section"
import { MappingSection } from "../../../../components/sources/mapping-section"
import { SourceHeader } from "../../../../components/sources/source-header"
import { useSource } from "../../../../hooks/api/sources"

const SourcePage = () => {
  const { id = "" } = useParams()
  const { data: source, error, refetch } = useSource(id)
  if (error && !source) return <PageError error={error} onRetry={refetch} />
  if (!source) return <PageSkeleton blocks={[180, 420]} />
  return (
    <div className="flex flex-col gap-y-3">
      <SourceHeader source={source} />
      <MappingSection key={source.id} source={source} />
      <CallsSection source={source} />
    </div>
  )
}

const SourceCrumb = ({ id }: { id: string }) => {
  const { t } = useTranslation("engage")
  return <>{useSource(id).data?.name ?? t("picker.loading")}</>
}

export const handle = {
  breadcrumb: (match?: UIMatch) =>
    match?.params.id ? <SourceCrumb id={match.params.id} /> : <Crumb label="sources.title" />,
}

export default SourcePage
