import { Crumb } from "../../../../components/common/crumb"
import { ReplaceSection } from "../../../../components/replace/replace-section"
import { ReplacementsSection } from "../../../../components/replace/replacements-section"

const ReplacePage = () => (
  <div className="flex flex-col gap-y-3">
    <ReplaceSection />
    <ReplacementsSection />
  </div>
)

export const handle = { breadcrumb: () => <Crumb label="replace.title" /> }

export default ReplacePage
