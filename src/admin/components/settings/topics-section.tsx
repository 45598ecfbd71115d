import { ArchiveBox, PencilSquare, Trash } from "@medusajs/icons"
import { Badge, Button, Input, Label, Switch, Text, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Topic } from "../../../types/common"
import { useDeleteTopic, useSaveTopic, useTopics } from "../../hooks/api/topics"
import { Field } from "../common/field"
import { FormDrawer } from "../common/form-drawer"
import { MoreMenu } from "../common/more-menu"
import { ErrorState, RowsSkeleton, Section } from "../common/states"

/** What messages can be about, and what of it is offered to everybody. */
export function TopicsSection() {
  const { t } = useTranslation("engage")
  const prompt = usePrompt()
  const { data, error, refetch } = useTopics()
  const [editing, setEditing] = useState<Partial<Topic>>()
  const remove = useDeleteTopic()
  const save = useSaveTopic()

  const onDelete = async ({ key, name }: Topic) => {
    const sure = await prompt({
      title: t("settings.topics.deleteTitle"),
      description: name,
      confirmText: t("actions.delete"),
      cancelText: t("actions.cancel"),
    })
    if (!sure) return
    remove.mutate(key, {
      onSuccess: () => void toast.success(t("settings.topics.deleted")),
      onError: (failure) => void toast.error(failure.message),
    })
  }

  const onArchive = (topic: Topic) =>
    save.mutate(
      { ...topic, archived: !topic.archived },
      {
        onSuccess: () =>
          void toast.success(
            t(topic.archived ? "settings.topics.restored" : "settings.topics.archived")
          ),
        onError: (failure) => void toast.error(failure.message),
      }
    )

  return (
    <Section
      id="topics"
      title={t("settings.topics.title")}
      description={t("settings.topics.description")}
      actions={
        <Button size="small" variant="secondary" onClick={() => setEditing({})}>
          {t("settings.topics.add")}
        </Button>
      }
    >
      {error && !data && <ErrorState error={error} onRetry={refetch} />}
      {!data && !error && <RowsSkeleton rows={2} />}
      <ul className="divide-y">
        {data?.map((topic) => (
          <li key={topic.key} className="flex items-center justify-between gap-x-4 px-6 py-3">
            <div className="min-w-0">
              <Text size="small" leading="compact" weight="plus" as="div">
                {topic.name}{" "}
                {topic.private && <Badge size="2xsmall">{t("settings.topics.private")}</Badge>}{" "}
                {topic.archived && <Badge size="2xsmall">{t("settings.topics.isArchived")}</Badge>}
              </Text>
              <Text size="small" className="text-ui-fg-subtle">
                {topic.description}
              </Text>
            </div>
            <MoreMenu
              groups={[
                {
                  actions: [
                    {
                      icon: <PencilSquare />,
                      label: t("actions.edit"),
                      onClick: () => setEditing(topic),
                    },
                    {
                      icon: <ArchiveBox />,
                      label: t(topic.archived ? "filing.unarchive" : "filing.archive"),
                      onClick: () => onArchive(topic),
                    },
                    {
                      icon: <Trash />,
                      label: t("actions.delete"),
                      onClick: () => void onDelete(topic),
                    },
                  ],
                },
              ]}
            />
          </li>
        ))}
      </ul>
      {editing && <TopicDrawer topic={editing} onClose={() => setEditing(undefined)} />}
    </Section>
  )
}

function TopicDrawer({ topic, onClose }: { topic: Partial<Topic>; onClose: () => void }) {
  const { t } = useTranslation("engage")
  const [name, setName] = useState(topic.name ?? "")
  const [description, setDescription] = useState(topic.description ?? "")
  const [hidden, setHidden] = useState(topic.private ?? false)
  const save = useSaveTopic()
  const key = topic.key ?? keyOf(name)

  const submit = async () => {
    try {
      await save.mutateAsync({
        key,
        name: name.trim(),
        description,
        private: hidden,
        archived: topic.archived ?? false,
      })
      toast.success(t("settings.topics.saved"))
      onClose()
    } catch (error) {
      toast.error((error as Error).message)
    }
  }

  return (
    <FormDrawer
      onOpenChange={(open) => !open && onClose()}
      title={t(topic.key ? "settings.topics.edit" : "settings.topics.add")}
      onSubmit={submit}
      ready={key !== ""}
      pending={save.isPending}
    >
      <Field label={t("settings.topics.name")} id="topic-name">
        <Input
          id="topic-name"
          required
          size="small"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Field label={t("settings.topics.text")} id="topic-text">
        <Input
          id="topic-text"
          size="small"
          value={description}
          onChange={(event) => setDescription(event.target.value)}
        />
      </Field>
      <div className="flex items-start gap-x-3">
        <Switch id="topic-private" checked={hidden} onCheckedChange={setHidden} />
        <div>
          <Label size="small" weight="plus" htmlFor="topic-private">
            {t("settings.topics.private")}
          </Label>
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t("settings.topics.privateHint")}
          </Text>
        </div>
      </div>
    </FormDrawer>
  )
}

function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "")
    .slice(0, 40)
}
