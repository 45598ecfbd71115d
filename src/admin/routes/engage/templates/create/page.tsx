import { Crumb } from "../../../../components/common/crumb"
import { STARTER } from "../../../../components/templates/starter"
import { TemplateEditor } from "../../../../components/templates/template-editor"

const CreateTemplatePage = () => <TemplateEditor initial={STARTER} />

export const handle = { breadcrumb: () => <Crumb label="templates.create" /> }

export default CreateTemplatePage
