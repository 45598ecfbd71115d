import { Trash } from "@medusajs/icons"
import { Button, IconButton, Text, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Constant } from "../../../types/content"
import { useDeleteConstant, useUpdateConstant } from "../../hooks/api/content"
import { ConstantInput } from "./constant-input"

/** One detail with its value, and the templates that use it. */
export function ConstantRow({ constant }: { constant: Constant }) {
  const { t } = useTranslation("engage")
  const prompt = usePrompt()
  const update = useUpdateConstant()
  const remove = useDeleteConstant()
  const [value, setValue] = useState(constant.value)
  const failed = (error: Error) => void toast.error(error.message)

  const onSave = () =>
    update.mutate(
      { key: constant.key, value },
      { onSuccess: () => void toast.success(t("constants.saved")), onError: failed }
    )
  const onDelete = async () => {
    const sure = await prompt({
      title: t("constants.deleteTitle"),
      description: t("constants.deleteText", { name: constant.label }),
      confirmText: t("actions.delete"),
      cancelText: t("actions.cancel"),
    })
    if (!sure) return
    // The row is gone by then, and with it what `mutate` would call.
    remove.mutateAsync(constant.key).then(() => toast.success(t("constants.deleted")), failed)
  }

  return (
    <div className="grid gap-x-4 gap-y-2 px-6 py-3 md:grid-cols-[180px_minmax(0,1fr)_180px_120px] md:items-center">
      <Text size="small" leading="compact" weight="plus">
        {constant.label}
      </Text>
      <ConstantInput
        kind={constant.kind}
        label={constant.label}
        value={value}
        onChange={setValue}
      />
      <Text as="div" size="small" leading="compact" className="text-ui-fg-subtle min-w-0">
        {constant.used_in.length === 0 ? (
          t("constants.nowhere")
        ) : (
          <span title={constant.used_in.map(({ name }) => name).join(", ")}>
            {constant.used_in.length === 1 ? (
              <Link
                className="text-ui-fg-subtle block truncate underline"
                to={`/engage/templates/${constant.used_in[0].id}`}
              >
                {constant.used_in[0].name}
              </Link>
            ) : (
              t("constants.templates", { count: constant.used_in.length })
            )}
          </span>
        )}
      </Text>
      <div className="flex items-center justify-end gap-x-2">
        {value !== constant.value && (
          <Button
            size="small"
            aria-label={t("constants.save", { name: constant.label })}
            isLoading={update.isPending}
            onClick={onSave}
          >
            {t("actions.save")}
          </Button>
        )}
        {!constant.built_in && (
          <IconButton
            size="small"
            variant="transparent"
            aria-label={t("actions.remove", { name: constant.label })}
            onClick={onDelete}
          >
            <Trash />
          </IconButton>
        )}
      </div>
    </div>
  )
}
