import { CursorArrowRays, PencilSquare, Trash } from "@medusajs/icons"
import { Button, Switch, Text, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { ClickRule } from "../../../types/event"
import { useClickRules, useDeleteClickRule, useSwitchClickRule } from "../../hooks/api/click-rules"
import { useFormat } from "../../hooks/use-format"
import { MoreMenu } from "../common/more-menu"
import { EmptyState, ErrorState } from "../common/states"
import { Time } from "../common/values"
import { type Column, ListTable } from "../list/list-table"
import { ClickRuleDrawer } from "./click-rule-drawer"

/** Events made of clicks in the storefront without code: what is clicked on, on which pages, and how often it was seen. */
export function ClickRules() {
  const { t } = useTranslation("engage")
  const { data: rules, error, refetch, isFetching } = useClickRules()
  const [edited, setEdited] = useState<Partial<ClickRule>>()
  const columns = useColumns(setEdited)
  return (
    <>
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <Text size="small" className="text-ui-fg-subtle max-w-[640px] text-pretty">
          {t("clicks.hint")}
        </Text>
        {Boolean(rules?.length) && (
          <Button size="small" variant="secondary" onClick={() => setEdited({})}>
            {t("clicks.add")}
          </Button>
        )}
      </div>
      {error && !rules ? (
        <ErrorState error={error} onRetry={refetch} className="border-t" />
      ) : rules && !rules.length ? (
        <EmptyState
          className="border-t"
          icon={<CursorArrowRays />}
          title={t("clicks.emptyTitle")}
          description={t("clicks.emptyDescription")}
          action={{ label: t("clicks.add"), onClick: () => setEdited({}) }}
        />
      ) : (
        <div className="border-t">
          <ListTable
            label={t("events.clicks")}
            columns={columns}
            rows={rules}
            rowKey={(rule) => rule.id}
            onOpen={setEdited}
            isFetching={isFetching && !rules}
            skeletonRows={3}
          />
        </div>
      )}
      {edited && <ClickRuleDrawer rule={edited} onClose={() => setEdited(undefined)} />}
    </>
  )
}

function useColumns(onEdit: (rule: ClickRule) => void): Column<ClickRule>[] {
  const { t } = useTranslation("engage")
  return [
    {
      id: "name",
      header: t("clicks.name"),
      cell: (rule) => (
        <Text as="span" size="small" leading="compact" weight="plus">
          {rule.name}
        </Text>
      ),
    },
    {
      id: "selector",
      header: t("clicks.selector"),
      cell: (rule) => (
        <code className="txt-compact-small block max-w-[220px] truncate" title={rule.selector}>
          {rule.selector}
        </code>
      ),
    },
    {
      id: "page",
      header: t("clicks.page"),
      cell: (rule) => (
        <span className="block max-w-[180px] truncate" title={rule.page}>
          {rule.page || t("clicks.everyPage")}
        </span>
      ),
    },
    { id: "seen", header: t("clicks.seen"), cell: (rule) => <Seen rule={rule} /> },
    { id: "active", header: t("clicks.on"), cell: (rule) => <ActiveSwitch rule={rule} /> },
    {
      id: "menu",
      header: "",
      align: "right",
      cell: (rule) => <RuleMenu rule={rule} onEdit={() => onEdit(rule)} />,
    },
  ]
}

function Seen({ rule }: { rule: ClickRule }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  if (!rule.last_at) return <span className="text-ui-fg-subtle">{t("clicks.notSeen")}</span>
  return (
    <span className="flex gap-x-1">
      {t("clicks.seenTimes", { count: rule.seen, value: format.number(rule.seen) })}
      <Time at={rule.last_at} style="relative" />
    </span>
  )
}

function ActiveSwitch({ rule }: { rule: ClickRule }) {
  const { t } = useTranslation("engage")
  const change = useSwitchClickRule()
  return (
    <Switch
      size="small"
      checked={rule.active}
      disabled={change.isPending}
      aria-label={t("clicks.switch", { name: rule.name })}
      onCheckedChange={(active) =>
        change.mutate(
          { id: rule.id, active },
          {
            onSuccess: () =>
              void toast.success(t(active ? "clicks.switchedOn" : "clicks.switchedOff", rule)),
            onError: (error) => void toast.error(error.message),
          }
        )
      }
    />
  )
}

function RuleMenu({ rule, onEdit }: { rule: ClickRule; onEdit: () => void }) {
  const { t } = useTranslation("engage")
  const prompt = usePrompt()
  const remove = useDeleteClickRule()
  const onDelete = async () => {
    const sure = await prompt({
      title: t("clicks.deleteTitle", { name: rule.name }),
      description: t("clicks.deleteText"),
      confirmText: t("actions.delete"),
      cancelText: t("actions.cancel"),
    })
    if (!sure) return
    // The row is gone by then, and with it what `mutate` would call.
    remove.mutateAsync(rule.id).then(
      () => toast.success(t("clicks.deleted")),
      (error: Error) => toast.error(error.message)
    )
  }
  return (
    <MoreMenu
      groups={[
        { actions: [{ icon: <PencilSquare />, label: t("actions.edit"), onClick: onEdit }] },
        { actions: [{ icon: <Trash />, label: t("actions.delete"), onClick: onDelete }] },
      ]}
    />
  )
}
