import { Input, Label, Select, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { useAddToAudience, useAudiences } from "../../hooks/api/audiences"
import { FormDrawer } from "../common/form-drawer"

const NEW = "new"

type AddToAudienceProps = { profiles: string[]; onClose: () => void; onDone: () => void }

/** Puts people on a frozen list that is there, or on a new one. */
export function AddToAudience({ profiles, onClose, onDone }: AddToAudienceProps) {
  const { t } = useTranslation("engage")
  const navigate = useNavigate()
  const { data } = useAudiences({ limit: 100 })
  const add = useAddToAudience()
  const [target, setTarget] = useState(NEW)
  const [name, setName] = useState("")
  const audiences = data?.audiences ?? []
  const count = profiles.length

  const onSubmit = () => {
    const to = audiences.find(({ id }) => id === target) ?? name.trim()
    add.mutate(
      { to, profiles },
      {
        onSuccess: (added) => {
          toast.success(t("profiles.bulk.added", { count: added.count, name: added.name }), {
            action: {
              label: t("profiles.bulk.open"),
              altText: t("profiles.bulk.open"),
              onClick: () => navigate(`/engage/audiences/${added.id}`),
            },
          })
          onClose()
          onDone()
        },
        onError: (error) => void toast.error(error.message),
      }
    )
  }

  return (
    <FormDrawer
      onOpenChange={(open) => !open && onClose()}
      title={t("profiles.bulk.audience")}
      description={t("profiles.bulk.audienceHint", { count })}
      onSubmit={onSubmit}
      submit={t("profiles.bulk.add")}
      ready={target !== NEW || name.trim() !== ""}
      pending={add.isPending}
    >
      <div className="flex flex-col gap-y-2">
        <Label size="small" htmlFor="bulk-audience">
          {t("profiles.bulk.existing")}
        </Label>
        <Select size="small" value={target} onValueChange={setTarget}>
          <Select.Trigger id="bulk-audience">
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            <Select.Item value={NEW}>{t("profiles.bulk.new")}</Select.Item>
            {audiences.map((audience) => (
              <Select.Item key={audience.id} value={audience.id}>
                {audience.name}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      </div>
      {target === NEW && (
        <div className="flex flex-col gap-y-2">
          <Label size="small" htmlFor="bulk-name">
            {t("profiles.bulk.newName")}
          </Label>
          <Input
            id="bulk-name"
            size="small"
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
      )}
    </FormDrawer>
  )
}
