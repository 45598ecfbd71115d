import { Button, Drawer, Hint, Input, Label, clx } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useCreateSource } from "../../hooks/api/sources"
import { CALM } from "../common/calm"
import { SecretNote } from "./secret-note"

/** Makes a source, shows its secret once, and leads on to its page. */
export function CreateSource() {
  const { t } = useTranslation("engage")
  const [open, setOpen] = useState(false)
  const [name, setName] = useState("")
  const create = useCreateSource()
  const made = create.data

  const onOpenChange = (next: boolean) => {
    setOpen(next)
    if (next) return
    create.reset()
    setName("")
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate({ name: name.trim() })
  }

  return (
    <Drawer open={open} onOpenChange={onOpenChange}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary">
          {t("sources.create")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content>
        <form onSubmit={onSubmit} className={clx("flex min-h-0 flex-1 flex-col", CALM)}>
          <Drawer.Header>
            <Drawer.Title>{t("sources.create")}</Drawer.Title>
            <Drawer.Description>{t("sources.createHint")}</Drawer.Description>
          </Drawer.Header>
          <Drawer.Body className="flex flex-1 flex-col gap-y-4">
            {made ? (
              <SecretNote secret={made.secret} />
            ) : (
              <div className="flex flex-col gap-y-2">
                <Label size="small" weight="plus" htmlFor="source-name">
                  {t("sources.name")}
                </Label>
                <Input
                  id="source-name"
                  required
                  maxLength={100}
                  value={name}
                  placeholder={t("sources.namePlaceholder")}
                  onChange={(event) => setName(event.target.value)}
                />
              </div>
            )}
            {create.error && <Hint variant="error">{create.error.message}</Hint>}
          </Drawer.Body>
          <Drawer.Footer>
            {made ? (
              <Button size="small" asChild>
                <Link to={`/engage/sources/${made.source.id}`}>{t("sources.open")}</Link>
              </Button>
            ) : (
              <Button
                size="small"
                type="submit"
                disabled={!name.trim()}
                isLoading={create.isPending}
              >
                {t("sources.create")}
              </Button>
            )}
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
