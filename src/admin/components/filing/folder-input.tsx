import { Input } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { FiledKind } from "../../../types/common"
import { useFolders } from "../../hooks/api/filing"

type FolderInputProps = {
  id: string
  kind: FiledKind
  value: string
  onChange: (folder: string) => void
}

/** Name of a folder, with those that are there offered. */
export function FolderInput({ id, kind, value, onChange }: FolderInputProps) {
  const { t } = useTranslation("engage")
  const { data: folders = [] } = useFolders(kind)
  return (
    <>
      <Input
        id={id}
        size="small"
        maxLength={100}
        list={`${id}-known`}
        placeholder={t("filing.folderPlaceholder")}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={`${id}-known`}>
        {folders.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </>
  )
}
