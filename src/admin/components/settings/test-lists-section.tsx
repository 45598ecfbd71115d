import { PencilSquare, Trash } from "@medusajs/icons"
import { Button, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { TestList } from "../../../types/test-list"
import { useSaveTestLists, useTestLists } from "../../hooks/api/test-lists"
import { MoreMenu } from "../common/more-menu"
import { Section } from "../common/states"
import { TestListDrawer } from "./test-list-drawer"

/** Lists of addresses that tests are sent to. */
export function TestListsSection() {
  const { t } = useTranslation("engage")
  const { data: lists } = useTestLists()
  const save = useSaveTestLists()
  const [editing, setEditing] = useState<TestList | "new">()
  if (!lists) return null
  const others = (list: TestList) => lists.filter(({ name }) => name !== list.name)

  return (
    <Section
      id="test-lists"
      title={t("testLists.title")}
      description={t("testLists.description")}
      actions={
        <Button size="small" variant="secondary" onClick={() => setEditing("new")}>
          {t("testLists.add")}
        </Button>
      }
    >
      {!lists.length && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("testLists.none")}
        </Text>
      )}
      <ul className="divide-y">
        {lists.map((list) => (
          <li key={list.name} className="flex items-center justify-between gap-x-4 px-6 py-3">
            <span className="min-w-0">
              <Text as="div" size="small" weight="plus" leading="compact">
                {list.name}
              </Text>
              <Text as="div" size="small" className="text-ui-fg-subtle truncate">
                {list.addresses.join(", ")}
              </Text>
            </span>
            <MoreMenu
              groups={[
                {
                  actions: [
                    {
                      label: t("actions.edit"),
                      icon: <PencilSquare />,
                      onClick: () => setEditing(list),
                    },
                    {
                      label: t("actions.delete"),
                      icon: <Trash />,
                      onClick: () =>
                        save.mutate(others(list), {
                          onError: (error) => void toast.error(error.message),
                        }),
                    },
                  ],
                },
              ]}
            />
          </li>
        ))}
      </ul>
      {editing && (
        <TestListDrawer
          list={editing === "new" ? undefined : editing}
          others={editing === "new" ? lists : others(editing)}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Section>
  )
}
