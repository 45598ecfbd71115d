import { Input, Textarea, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { TestList } from "../../../types/test-list"
import { useSaveTestLists } from "../../hooks/api/test-lists"
import { Field } from "../common/field"
import { FormDrawer } from "../common/form-drawer"

type TestListDrawerProps = {
  /** Left out, a new one is made. */
  list?: TestList
  others: TestList[]
  onClose: () => void
}

/** The name and the addresses of a list for tests. */
export function TestListDrawer({ list, others, onClose }: TestListDrawerProps) {
  const { t } = useTranslation("engage")
  const [name, setName] = useState(list?.name ?? "")
  const [text, setText] = useState(list?.addresses.join("\n") ?? "")
  const save = useSaveTestLists()
  const addresses = text.split(/[\n,;]+/).flatMap((one) => one.trim() || [])

  const onSubmit = () => {
    save.mutate([...others, { name: name.trim(), addresses }], {
      onSuccess: () => {
        toast.success(t("testLists.saved"))
        onClose()
      },
      onError: (error) => void toast.error(error.message),
    })
  }

  return (
    <FormDrawer
      onOpenChange={(open) => !open && onClose()}
      title={t(list ? "testLists.edit" : "testLists.add")}
      onSubmit={onSubmit}
      ready={name.trim() !== "" && addresses.length > 0}
      pending={save.isPending}
    >
      <Field label={t("testLists.name")} id="test-list-name">
        <Input
          id="test-list-name"
          size="small"
          maxLength={100}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </Field>
      <Field label={t("testLists.addresses")} id="test-list-text" hint={t("testLists.hint")}>
        <Textarea
          id="test-list-text"
          rows={8}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </Field>
    </FormDrawer>
  )
}
