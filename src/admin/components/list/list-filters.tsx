import { Label, Select, Switch } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { useListParams } from "../../hooks/use-list-params"

const ANY = "any"

type Params = ReturnType<typeof useListParams>

type StatusFilterProps = {
  params: Params
  /** Parameter of the address that says what is chosen. */
  name?: string
  /** What it is called to those who do not see it. */
  label: string
  /** What it says while nothing is chosen. */
  any: string
  options: { value: string; label: string }[]
}

/** Shows only what has one status, or is of one kind, by the address of the page. */
export function StatusFilter({ params, name = "status", label, any, options }: StatusFilterProps) {
  return (
    <div className="w-full md:w-[180px]">
      <Select
        size="small"
        value={params.param(name) ?? ANY}
        onValueChange={(chosen) => params.change({ [name]: chosen === ANY ? undefined : chosen })}
      >
        <Select.Trigger aria-label={label}>
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          <Select.Item value={ANY}>{any}</Select.Item>
          {options.map((option) => (
            <Select.Item key={option.value} value={option.value}>
              {option.label}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </div>
  )
}

/** Shows what was put away instead of what was not. */
export function ArchivedSwitch({ params, label }: { params: Params; label: string }) {
  return (
    <Label size="small" className="flex items-center gap-x-2">
      <Switch
        size="small"
        checked={params.param("archived") === "true"}
        onCheckedChange={(on) => params.change({ archived: on ? "true" : undefined })}
      />
      {label}
    </Label>
  )
}

/** Shows what lies in one folder; nothing while there are no folders. */
export function FolderFilter({ params, folders }: { params: Params; folders?: string[] }) {
  const { t } = useTranslation("engage")
  if (!folders?.length) return null
  return (
    <Select
      size="small"
      value={params.param("folder") ?? ANY}
      onValueChange={(chosen) => params.change({ folder: chosen === ANY ? undefined : chosen })}
    >
      <Select.Trigger className="w-auto gap-x-2" aria-label={t("list.folder")}>
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        <Select.Item value={ANY}>{t("list.allFolders")}</Select.Item>
        {folders.map((name) => (
          <Select.Item key={name} value={name}>
            {name}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}
