import { Keyboard } from "@medusajs/icons"
import { Button, Drawer, IconButton, Kbd, Text, Tooltip } from "@medusajs/ui"
import { type ReactNode, useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { isTextField } from "../../hooks/use-undo"

/** What some keys do, in words. */
export type KeyLine = [what: string, keys: string[]]

type KeysSheetProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  description: string
  lines: KeyLine[]
  note?: ReactNode
}

/** Every key of a page. */
export function KeysSheet({ open, onOpenChange, description, lines, note }: KeysSheetProps) {
  const { t } = useTranslation("engage")
  return (
    <Drawer open={open} onOpenChange={onOpenChange}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("builder.keys.title")}</Drawer.Title>
          <Drawer.Description>{description}</Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="overflow-y-auto">
          <dl className="divide-y">
            {lines.map(([what, keys]) => (
              <div key={what} className="flex items-center justify-between gap-x-4 py-2">
                <dt>
                  <Text size="small">{what}</Text>
                </dt>
                <dd className="flex shrink-0 gap-x-1">
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
          {note && (
            <Text size="small" className="text-ui-fg-subtle pt-4">
              {note}
            </Text>
          )}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}

type KeysButtonProps = Pick<KeysSheetProps, "description" | "lines" | "note"> & { small?: boolean }

/** A button that opens the sheet of a page's keys; `?` does so too, wherever no text is written. */
export function KeysButton({ small, ...sheet }: KeysButtonProps) {
  const { t } = useTranslation("engage")
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "?" || event.defaultPrevented || isTextField(event.target)) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener("keydown", onKey)
    return () => window.removeEventListener("keydown", onKey)
  }, [])
  const title = t("builder.keys.title")
  return (
    <>
      {small ? (
        <Tooltip content={`${title} (?)`}>
          <IconButton
            size="small"
            variant="transparent"
            type="button"
            aria-label={title}
            onClick={() => setOpen(true)}
          >
            <Keyboard />
          </IconButton>
        </Tooltip>
      ) : (
        <Button size="small" variant="transparent" type="button" onClick={() => setOpen(true)}>
          <Keyboard />
          {title}
        </Button>
      )}
      <KeysSheet open={open} onOpenChange={setOpen} {...sheet} />
    </>
  )
}
