import { useParams } from "react-router-dom"
import { Crumb } from "../../../../../components/common/crumb"
import { PageError, PageSkeleton } from "../../../../../components/common/states"
import { SegmentEditor } from "../../../../../components/segments/segment-editor"
import { useRegistry } from "../../../../../hooks/api/attributes"
import { useSegment } from "../../../../../hooks/api/segments"

const EditSegmentPage = () => {
  const { id = "" } = useParams()
  const segment = useSegment(id)
  const registry = useRegistry()
  const error = segment.error ?? registry.error

  if (segment.data && registry.data) {
    const { name, description, folder, version, rules, names } = segment.data
    return (
      <SegmentEditor
        key={id}
        id={id}
        registry={registry.data}
        initial={{ name, description, folder, rules }}
        version={version}
        names={names}
      />
    )
  }
  if (error) {
    return (
      <PageError
        error={error}
        onRetry={() => {
          void segment.refetch()
          void registry.refetch()
        }}
      />
    )
  }
  return <PageSkeleton blocks={[140, 480]} />
}

export const handle = { breadcrumb: () => <Crumb label="actions.edit" /> }

export default EditSegmentPage
