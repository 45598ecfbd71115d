import { Button, Drawer, clx } from "@medusajs/ui"
import type { FormEvent, ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { CALM } from "./calm"

type FormDrawerProps = {
  /** Left out, it is open for as long as it is there. */
  open?: boolean
  onOpenChange: (open: boolean) => void
  /** The button that opens it. */
  trigger?: ReactNode
  title: ReactNode
  description?: ReactNode
  children: ReactNode
  onSubmit: () => void | Promise<void>
  /** What the button says that sends the form, and the one that does not; "Save" and "Cancel" if left out. */
  submit?: string
  cancel?: string
  /** Whether the form can be sent as it is. */
  ready?: boolean
  pending: boolean
}

/** A form at the side of the page, sent by its button or by Enter. */
export function FormDrawer({
  open = true,
  onOpenChange,
  trigger,
  title,
  description,
  children,
  onSubmit,
  submit,
  cancel,
  ready = true,
  pending,
}: FormDrawerProps) {
  const { t } = useTranslation("engage")
  const send = (event: FormEvent) => {
    event.preventDefault()
    // React lets what a drawer sends bubble to a form that the drawer was opened from.
    event.stopPropagation()
    void onSubmit()
  }

  return (
    <Drawer open={open} onOpenChange={onOpenChange}>
      {trigger && <Drawer.Trigger asChild>{trigger}</Drawer.Trigger>}
      <Drawer.Content>
        <form onSubmit={send} className={clx("flex min-h-0 flex-1 flex-col", CALM)}>
          <Drawer.Header>
            <Drawer.Title>{title}</Drawer.Title>
            {description && <Drawer.Description>{description}</Drawer.Description>}
          </Drawer.Header>
          <Drawer.Body className="flex flex-1 flex-col gap-y-5 overflow-y-auto">
            {children}
          </Drawer.Body>
          <Drawer.Footer>
            <Drawer.Close asChild>
              <Button size="small" variant="secondary" type="button">
                {cancel ?? t("actions.cancel")}
              </Button>
            </Drawer.Close>
            <Button size="small" type="submit" disabled={!ready} isLoading={pending}>
              {submit ?? t("actions.save")}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
