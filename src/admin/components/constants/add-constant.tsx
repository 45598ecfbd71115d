import { Button, Drawer, Input, Label, Select, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { CONSTANT_KINDS, type ConstantKind } from "../../../types/content"
import { useCreateConstant } from "../../hooks/api/content"
import { ConstantInput } from "./constant-input"

const EMPTY = { label: "", kind: "text" as ConstantKind, value: "" }

/** Adds a detail; the name in messages is made from its label. */
export function AddConstant() {
  const { t } = useTranslation("engage")
  const [open, setOpen] = useState(false)
  const [draft, setDraft] = useState(EMPTY)
  const create = useCreateConstant()

  const onSave = () =>
    create.mutate(
      { ...draft, key: keyOf(draft.label) },
      {
        onSuccess: () => {
          toast.success(t("constants.created", { name: draft.label }))
          setDraft(EMPTY)
          setOpen(false)
        },
        onError: (error) => void toast.error(error.message),
      }
    )

  return (
    <Drawer open={open} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary">
          {t("constants.add")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("constants.addTitle")}</Drawer.Title>
        </Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-4">
          <Text size="small" className="text-ui-fg-subtle">
            {t("constants.addHint")}
          </Text>
          <div className="flex flex-col gap-y-1">
            <Label size="small" weight="plus" htmlFor="constant-label">
              {t("constants.name")}
            </Label>
            <Input
              id="constant-label"
              size="small"
              value={draft.label}
              onChange={(event) => setDraft({ ...draft, label: event.target.value })}
            />
          </div>
          <div className="flex flex-col gap-y-1">
            <Label size="small" weight="plus" htmlFor="constant-kind">
              {t("constants.kind")}
            </Label>
            <Select
              size="small"
              value={draft.kind}
              onValueChange={(kind) =>
                setDraft({
                  ...draft,
                  kind: kind as ConstantKind,
                  value: kind === "color" ? "#18181b" : "",
                })
              }
            >
              <Select.Trigger id="constant-kind">
                <Select.Value />
              </Select.Trigger>
              <Select.Content>
                {CONSTANT_KINDS.map((kind) => (
                  <Select.Item key={kind} value={kind}>
                    {t(`constants.kinds.${kind}`)}
                  </Select.Item>
                ))}
              </Select.Content>
            </Select>
          </div>
          <ConstantInput
            kind={draft.kind}
            label={t("constants.value")}
            value={draft.value}
            onChange={(value) => setDraft({ ...draft, value })}
          />
        </Drawer.Body>
        <Drawer.Footer>
          <Drawer.Close asChild>
            <Button size="small" variant="secondary">
              {t("actions.cancel")}
            </Button>
          </Drawer.Close>
          <Button
            size="small"
            disabled={!keyOf(draft.label)}
            isLoading={create.isPending}
            onClick={onSave}
          >
            {t("actions.save")}
          </Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}

/** A name that templates can say: small letters, digits and underscores. */
function keyOf(label: string): string {
  return label
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "")
    .slice(0, 50)
}
