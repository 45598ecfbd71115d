import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"
import { Crumb } from "../../../../components/common/crumb"
import { PageError, PageSkeleton } from "../../../../components/common/states"
import { SegmentEditor } from "../../../../components/segments/segment-editor"
import { useRegistry } from "../../../../hooks/api/attributes"
import { useSegmentTemplates } from "../../../../hooks/api/segments"
import { rfmCondition } from "../../../../lib/rules"
import { EMPTY_RULES, type Rules } from "../../../../../rules/ast"

/** Starts empty, from a ready-made rule (`?template=`), or with one RFM group (`?rfm_group=`),
 * or with the rule and name of a link (`?rules=`, `?name=`). */
const CreateSegmentPage = () => {
  const { t } = useTranslation("engage")
  const [params] = useSearchParams()
  const group = params.get("rfm_group")
  const templateKey = params.get("template")
  const { data: registry, error, refetch } = useRegistry()
  const templates = useSegmentTemplates()

  if (error && !registry) return <PageError error={error} onRetry={refetch} />
  if (!registry || (templateKey && templates.isPending)) return <PageSkeleton blocks={[140, 480]} />

  const template = templates.data?.find((candidate) => candidate.key === templateKey)
  const condition = group ? rfmCondition(registry, group) : null
  const given = params.get("rules")
  const rules: Rules = template
    ? template.rules
    : given
      ? (JSON.parse(given) as Rules)
      : condition
        ? { version: 1, root: { type: "group", op: "and", children: [condition] } }
        : EMPTY_RULES

  return (
    <SegmentEditor
      registry={registry}
      initial={{
        name: template?.name ?? params.get("name") ?? (condition ? t(`rfm.${group}.name`) : ""),
        description: template?.description ?? (condition ? t(`rfm.${group}.meaning`) : ""),
        folder: "",
        rules,
      }}
    />
  )
}

export const handle = { breadcrumb: () => <Crumb label="segments.builder.createTitle" /> }

export default CreateSegmentPage
