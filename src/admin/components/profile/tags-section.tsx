import { Plus, XMarkMini } from "@medusajs/icons"
import { Badge, Button, IconButton, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ProfileDetail } from "../../../types/profile"
import { useChangeTags } from "../../hooks/api/tags"
import { Section } from "../common/states"
import { Time } from "../common/values"
import { TagPicker } from "../tags/tag-picker"

/** The words that the person is marked with, who did so and when, and a way to add one. */
export function TagsSection({ profile }: { profile: ProfileDetail }) {
  const { t } = useTranslation("engage")
  const change = useChangeTags()
  const names = profile.tags.map(({ name }) => name)
  const target = { profiles: [profile.id] }
  const options = { onError: (error: Error) => void toast.error(error.message) }

  return (
    <Section
      title={t("tags.title")}
      actions={
        <TagPicker
          label={t("tags.add")}
          addable
          selected={names}
          onPick={(tag) =>
            change.mutate({ target, [names.includes(tag) ? "remove" : "add"]: [tag] }, options)
          }
          trigger={
            <Button size="small" variant="transparent" aria-label={t("tags.add")}>
              <Plus />
            </Button>
          }
        />
      }
    >
      {profile.tags.length ? (
        <ul className="divide-y">
          {profile.tags.map(({ name, source, by, added_at }) => (
            <li key={name} className="flex items-center justify-between gap-x-4 px-6 py-2">
              <span className="flex min-w-0 flex-col items-start gap-y-1">
                <Badge size="2xsmall" className="max-w-full">
                  <span className="truncate">{name}</span>
                </Badge>
                <Text as="span" size="xsmall" className="text-ui-fg-subtle">
                  {by ?? t(`tags.source.${source}`, { defaultValue: source })}
                  {" · "}
                  <Time at={added_at} style="date" />
                </Text>
              </span>
              <IconButton
                size="small"
                variant="transparent"
                aria-label={t("actions.remove", { name })}
                disabled={change.isPending}
                onClick={() => change.mutate({ target, remove: [name] }, options)}
              >
                <XMarkMini />
              </IconButton>
            </li>
          ))}
        </ul>
      ) : (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("tags.none")}
        </Text>
      )}
    </Section>
  )
}
