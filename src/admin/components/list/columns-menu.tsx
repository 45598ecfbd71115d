import { Adjustments } from "@medusajs/icons"
import { Button, DropdownMenu } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"

type ColumnsMenuProps = {
  columns: { id: string; header: ReactNode }[]
  hidden: string[]
  onChange: (hidden: string[]) => void
}

/** Which columns a table shows; the first always. */
export function ColumnsMenu({ columns, hidden, onChange }: ColumnsMenuProps) {
  const { t } = useTranslation("engage")
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <Button size="small" variant="secondary">
          <Adjustments />
          {t("list.columns")}
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end">
        {columns.slice(1).map(({ id, header }) => (
          <DropdownMenu.CheckboxItem
            key={id}
            checked={!hidden.includes(id)}
            onSelect={(event) => event.preventDefault()}
            onCheckedChange={(shown) =>
              onChange(shown ? hidden.filter((one) => one !== id) : [...hidden, id])
            }
          >
            {header}
          </DropdownMenu.CheckboxItem>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
