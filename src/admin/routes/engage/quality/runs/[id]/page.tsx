import { useParams } from "react-router-dom"
import { Crumb } from "../../../../../components/common/crumb"
import { PageError, PageSkeleton } from "../../../../../components/common/states"
import { RunChanges } from "../../../../../components/quality/run-changes"
import { RunHeader } from "../../../../../components/quality/run-header"
import { useQualityRun } from "../../../../../hooks/api/quality"

const QualityRunPage = () => {
  const { id = "" } = useParams()
  const { data, error, refetch } = useQualityRun(id)
  if (error && !data) return <PageError error={error} onRetry={refetch} />
  if (!data) return <PageSkeleton blocks={[96, 320]} />
  return (
    <div className="flex flex-col gap-y-3">
      <RunHeader run={data.run} />
      <RunChanges run={data.run} fields={data.fields} />
    </div>
  )
}

export const handle = { breadcrumb: () => <Crumb label="quality.run.crumb" /> }

export default QualityRunPage
