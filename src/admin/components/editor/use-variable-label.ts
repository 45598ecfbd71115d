import { useTranslation } from "react-i18next"
import { useTemplateVariables } from "../../hooks/api/templates"

/** Says in words what a variable's path stands for. */
export function useVariableLabel(): (path: string) => string {
  const { t } = useTranslation("engage")
  const { data: variables = [] } = useTemplateVariables()
  return (path) => {
    const known = variables.find((variable) => variable.path === path)
    if (known) return known.label
    const [group, name] = path.split(".")
    const words = (name ?? group).replace(/_/g, " ")
    return group === "item" ? t("editor.itemVariable", { name: words }) : words
  }
}
