import { type UIMatch, useParams } from "react-router-dom"
import { TemplateCrumb } from "../../../../../components/common/crumb"
import { PageError, PageSkeleton } from "../../../../../components/common/states"
import { MessageEditor } from "../../../../../components/editor/message-editor"
import { ShortEditor } from "../../../../../components/short/short-editor"
import { useTemplate } from "../../../../../hooks/api/templates"

const EditTemplatePage = () => {
  const { id = "" } = useParams()
  const { data: template, error, refetch } = useTemplate(id)

  if (error && !template) return <PageError error={error} onRetry={refetch} />
  if (!template) return <PageSkeleton blocks={[72, 640]} />

  const { name, channel, subject, preheader, html, text, card, document, languages } = template
  const { attachments } = template
  if (channel !== "email") {
    const initial = { name, subject, preheader, html, text, card, languages }
    return <ShortEditor key={id} id={id} channel={channel} initial={initial} />
  }
  return (
    <MessageEditor
      key={id}
      id={id}
      initial={{ name, subject, preheader, html, text, document, languages, attachments }}
    />
  )
}

export const handle = {
  breadcrumb: (match?: UIMatch) => <TemplateCrumb id={match?.params.id ?? ""} />,
}

export default EditTemplatePage
