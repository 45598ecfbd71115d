import { Button, Prompt, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Field } from "../../../types/field"
import { useDeleteField, useFieldUsage } from "../../hooks/api/fields"
import { useFormat } from "../../hooks/use-format"
import { RowsSkeleton } from "../common/states"

/** Asks before a field goes, telling what uses it and how many values go with it. */
export function DeleteField({ field, onClose }: { field: Field; onClose: () => void }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { data: usage } = useFieldUsage(field.id)
  const remove = useDeleteField(field.id)

  const onDelete = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        toast.success(t("fields.deleted"))
        onClose()
      },
      onError: (error) => void toast.error(error.message),
    })

  return (
    <Prompt open onOpenChange={(open) => !open && onClose()}>
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title>{t("fields.deleteTitle", { name: field.label })}</Prompt.Title>
          <Prompt.Description>
            {usage
              ? t("fields.deleteValues", {
                  count: usage.values,
                  value: format.number(usage.values),
                })
              : t("fields.deleteLooking")}
          </Prompt.Description>
        </Prompt.Header>
        {!usage && <RowsSkeleton rows={2} />}
        {usage && usage.used_in.length > 0 && (
          <div className="flex flex-col gap-y-1 px-6 pt-3">
            <Text size="small" weight="plus">
              {t("fields.usedIn")}
            </Text>
            <ul>
              {usage.used_in.map((use) => (
                <li key={use.id}>
                  <Link
                    to={`/engage/${use.kind}s/${use.id}`}
                    className="txt-small text-ui-tag-blue-text hover:underline"
                  >
                    {use.name}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        )}
        <Prompt.Footer>
          <Prompt.Cancel>{t("actions.cancel")}</Prompt.Cancel>
          <Button
            size="small"
            variant="danger"
            disabled={!usage}
            isLoading={remove.isPending}
            onClick={onDelete}
          >
            {t("actions.delete")}
          </Button>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
