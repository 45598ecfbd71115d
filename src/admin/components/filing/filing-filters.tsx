import { Label, Select, Switch } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { FiledKind } from "../../../types/common"
import { useFolders, useThingTags } from "../../hooks/api/filing"
import type { ListParams } from "../../hooks/use-list-params"

const ANY = "any"

/** Shows what lies in one folder or has one tag, while there are any, or what was put away. */
export function FilingFilters({ kind, params }: { kind: FiledKind; params: ListParams }) {
  const { t } = useTranslation("engage")
  const { data: folders = [] } = useFolders(kind)
  const { data: tags = [] } = useThingTags(kind)
  return (
    <>
      <OneOf
        params={params}
        name="folder"
        label={t("filing.folder")}
        names={folders}
        any={t("filing.allFolders")}
      />
      <OneOf
        params={params}
        name="tag"
        label={t("filing.tags")}
        names={tags}
        any={t("filing.allTags")}
      />
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

type OneOfProps = {
  params: ListParams
  name: "folder" | "tag"
  label: string
  names: string[]
  any: string
}

/** Narrows a list to one of some names; nothing where there are none. */
function OneOf({ params, name, label, names, any }: OneOfProps) {
  if (!names.length) return null
  return (
    <Select
      size="small"
      value={params.param(name) ?? ANY}
      onValueChange={(chosen) => params.change({ [name]: chosen === ANY ? undefined : chosen })}
    >
      <Select.Trigger className="w-auto gap-x-2" aria-label={label}>
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        <Select.Item value={ANY}>{any}</Select.Item>
        {names.map((one) => (
          <Select.Item key={one} value={one}>
            {one}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}
