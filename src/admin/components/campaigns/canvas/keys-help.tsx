import { Drawer, Kbd, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

const KEYS: [what: string, keys: string[]][] = [
  ["move", ["↑", "↓", "←", "→"]],
  ["open", ["Enter"]],
  ["back", ["Esc"]],
  ["add", ["A"]],
  ["select", ["Space"]],
  ["extend", ["Shift", "↓"]],
  ["all", ["Ctrl", "A"]],
  ["remove", ["Delete"]],
  ["duplicate", ["Ctrl", "D"]],
  ["copy", ["Ctrl", "C"]],
  ["cut", ["Ctrl", "X"]],
  ["paste", ["Ctrl", "V"]],
  ["undo", ["Ctrl", "Z"]],
  ["redo", ["Ctrl", "Y"]],
  ["zoom", ["+", "−", "0"]],
  ["fit", ["F"]],
  ["help", ["?"]],
]

/** Every key of the canvas. */
export function KeysHelp({
  open,
  onOpenChange,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
}) {
  const { t } = useTranslation("engage")
  return (
    <Drawer open={open} onOpenChange={onOpenChange}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("builder.keys.title")}</Drawer.Title>
          <Drawer.Description>{t("builder.keys.description")}</Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="overflow-y-auto">
          <dl className="divide-y">
            {KEYS.map(([what, keys]) => (
              <div key={what} className="flex items-center justify-between gap-x-4 py-2">
                <dt>
                  <Text size="small">{t(`builder.keys.${what}`)}</Text>
                </dt>
                <dd className="flex shrink-0 gap-x-1">
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
          <Text size="small" className="text-ui-fg-subtle pt-4">
            {t("builder.keys.mouse")}
          </Text>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}
