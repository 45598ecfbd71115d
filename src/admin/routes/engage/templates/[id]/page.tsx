import { type UIMatch, useParams } from "react-router-dom"
import { TemplateCrumb } from "../../../../components/common/crumb"
import { PageError, PageSkeleton } from "../../../../components/common/states"
import { ShortDetail } from "../../../../components/short/short-detail"
import { TemplateDetail } from "../../../../components/templates/template-detail"
import { useTemplate } from "../../../../hooks/api/templates"

const TemplatePage = () => {
  const { id = "" } = useParams()
  const { data: template, error, refetch } = useTemplate(id)

  if (error && !template) return <PageError error={error} onRetry={refetch} />
  if (!template) return <PageSkeleton blocks={[72, 640]} />
  return template.channel === "email" ? (
    <TemplateDetail key={id} template={template} />
  ) : (
    <ShortDetail key={id} template={template} />
  )
}

export const handle = {
  breadcrumb: (match?: UIMatch) => <TemplateCrumb id={match?.params.id ?? ""} />,
}

export default TemplatePage
