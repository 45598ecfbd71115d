import { Crumb } from "../../../../components/common/crumb"
import { TemplateGallery } from "../../../../components/templates/template-gallery"

export const handle = { breadcrumb: () => <Crumb label="templates.create" /> }

export default TemplateGallery
