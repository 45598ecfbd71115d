import { Plus, XMarkMini } from "@medusajs/icons"
import { Button, IconButton, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { ProfileDetail } from "../../../types/profile"
import { useAudiences, useChangeMember } from "../../hooks/api/audiences"
import { useDebounced } from "../../hooks/use-debounced"
import { Section } from "../common/states"
import { Picker } from "../picker/picker"

/** The frozen lists that hold the person, and a way into another one. */
export function AudiencesSection({ profile }: { profile: ProfileDetail }) {
  const { t } = useTranslation("engage")
  const change = useChangeMember()
  const failed = (error: Error) => void toast.error(error.message)

  const add = (audience: string, name: string) =>
    change.mutate(
      { audience, action: "add", profile: profile.id },
      {
        onSuccess: ({ count }) =>
          void toast.success(t(`profiles.audiences.${count ? "added" : "already"}`, { name })),
        onError: failed,
      }
    )

  return (
    <Section title={t("profiles.audiences.title")} actions={<AddButton onAdd={add} />}>
      {profile.audiences.length ? (
        <ul className="divide-y">
          {profile.audiences.map(({ id, name }) => (
            <li key={id} className="flex items-center justify-between gap-x-4 px-6 py-2">
              <Link
                to={`/engage/audiences/${id}`}
                className="txt-compact-small-plus text-ui-fg-base hover:text-ui-fg-interactive focus-visible:shadow-borders-focus min-w-0 truncate rounded-md outline-none"
              >
                {name}
              </Link>
              <IconButton
                size="small"
                variant="transparent"
                aria-label={t("profiles.audiences.takeOut", { name })}
                disabled={change.isPending}
                onClick={() =>
                  change.mutate(
                    { audience: id, action: "remove", profile: profile.id },
                    { onError: failed }
                  )
                }
              >
                <XMarkMini />
              </IconButton>
            </li>
          ))}
        </ul>
      ) : (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("profiles.audiences.none")}
        </Text>
      )}
    </Section>
  )
}

function AddButton({ onAdd }: { onAdd: (id: string, name: string) => void }) {
  const { t } = useTranslation("engage")
  const [text, setText] = useState("")
  const { data, isFetching } = useAudiences({ q: useDebounced(text), limit: 50 })
  const audiences = data?.audiences ?? []

  return (
    <Picker
      label={t("profiles.audiences.add")}
      options={audiences.map(({ id, name }) => ({ value: id, label: name }))}
      onSearch={setText}
      onOpenChange={(open) => !open && setText("")}
      loading={isFetching}
      onPick={(id) => onAdd(id, audiences.find((one) => one.id === id)?.name ?? id)}
      trigger={
        <Button size="small" variant="transparent" aria-label={t("profiles.audiences.add")}>
          <Plus />
        </Button>
      }
    />
  )
}
