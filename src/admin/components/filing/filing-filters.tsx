import { Label, Select, Switch } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { FiledKind } from "../../../types/common"
import { useFolders } from "../../hooks/api/filing"
import type { ListParams } from "../../hooks/use-list-params"

const ANY = "any"

/** Shows what lies in one folder, while there are any, or what was put away. */
export function FilingFilters({ kind, params }: { kind: FiledKind; params: ListParams }) {
  const { t } = useTranslation("engage")
  const { data: folders = [] } = useFolders(kind)
  return (
    <>
      {folders.length > 0 && (
        <Select
          size="small"
          value={params.param("folder") ?? ANY}
          onValueChange={(chosen) => params.change({ folder: chosen === ANY ? undefined : chosen })}
        >
          <Select.Trigger className="w-auto gap-x-2" aria-label={t("filing.folder")}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            <Select.Item value={ANY}>{t("filing.allFolders")}</Select.Item>
            {folders.map((name) => (
              <Select.Item key={name} value={name}>
                {name}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      )}
      <Label size="small" className="flex items-center gap-x-2">
        <Switch
          size="small"
          checked={params.param("archived") === "true"}
          onCheckedChange={(on) => params.change({ archived: on ? "true" : undefined })}
        />
        {t("filing.showArchived")}
      </Label>
    </>
  )
}
