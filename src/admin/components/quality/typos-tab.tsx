import { Button, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { EmailTypo, TypoDecision } from "../../../types/quality"
import { useDecideTypo, useTypos } from "../../hooks/api/quality"
import { useFormat } from "../../hooks/use-format"
import type { ListParams } from "../../hooks/use-list-params"
import { EmptyState, ErrorState, Section } from "../common/states"
import { CursorFooter } from "../list/cursor-footer"
import { type Column, ListTable } from "../list/list-table"
import { TypoPeopleDrawer } from "./typo-people-drawer"

/** Domains that may be slips of the hand: accepted or dismissed for all of a domain, or person by person. */
export function TyposTab({ params }: { params: ListParams }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { limit, cursor } = params
  const state = params.param("state") === "decided" ? "decided" : "open"
  const { data, error, refetch, isFetching } = useTypos({ limit, cursor, state })
  const [opened, setOpened] = useState<EmailTypo>()
  const columns: Column<EmailTypo>[] = [
    {
      id: "domain",
      header: t("quality.typo.domain"),
      cell: (typo) => (
        <Text as="span" size="small" leading="compact" weight="plus">
          {typo.domain}
        </Text>
      ),
    },
    { id: "suggestion", header: t("quality.typo.suggestion"), cell: (typo) => typo.suggestion },
    {
      id: "people",
      header: t("quality.people"),
      align: "right",
      cell: (typo) => format.number(typo.people),
    },
    {
      id: "decide",
      header: <span className="sr-only">{t("quality.typo.decide")}</span>,
      align: "right",
      cell: (typo) => <Decide typo={typo} />,
    },
  ]
  return (
    <Section
      title={t("quality.typo.title")}
      description={t("quality.typo.hint")}
      actions={
        <Button
          size="small"
          variant="secondary"
          onClick={() => params.change({ state: state === "open" ? "decided" : undefined })}
        >
          {t(state === "open" ? "quality.typo.showDecided" : "quality.typo.showOpen")}
        </Button>
      }
    >
      {error && !data ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : data && !data.typos.length ? (
        <EmptyState
          title={t(`quality.typo.${state}Empty`)}
          description={t(`quality.typo.${state}EmptyHint`)}
        />
      ) : (
        <ListTable
          label={t("quality.typo.title")}
          columns={columns}
          rows={data?.typos}
          rowKey={(typo) => typo.domain}
          onOpen={setOpened}
          isFetching={isFetching && !data}
        />
      )}
      <CursorFooter params={params} nextCursor={data?.next_cursor} rows={data?.typos.length ?? 0} />
      {opened && <TypoPeopleDrawer typo={opened} onClose={() => setOpened(undefined)} />}
    </Section>
  )
}

function Decide({ typo }: { typo: EmailTypo }) {
  const { t } = useTranslation("engage")
  const decide = useDecideTypo()
  const { domain } = typo
  // The row goes with the decision, and what it would do then with it: hence a promise and no callbacks.
  const send = (decision: TypoDecision | null): Promise<unknown> =>
    decide.mutateAsync({ domain, decision }).then(
      () =>
        toast.success(t(`quality.typo.did.${decision ?? "open"}`, { domain }), {
          action:
            decision === null
              ? undefined
              : {
                  label: t("actions.undo"),
                  altText: t("actions.undo"),
                  onClick: () => void send(null),
                },
        }),
      (error: Error) => toast.error(error.message)
    )
  if (typo.decision)
    return (
      <span className="inline-flex items-center gap-x-3">
        <span className="text-ui-fg-subtle">{t(`quality.typo.${typo.decision}`)}</span>
        <Button size="small" variant="secondary" onClick={() => void send(null)}>
          {t("actions.undo")}
        </Button>
      </span>
    )
  return (
    <span className="inline-flex items-center gap-x-2">
      <Button
        size="small"
        variant="secondary"
        aria-label={t("quality.typo.acceptAll", { domain })}
        isLoading={decide.isPending}
        onClick={() => void send("accepted")}
      >
        {t("quality.typo.accept")}
      </Button>
      <Button
        size="small"
        variant="transparent"
        aria-label={t("quality.typo.dismissAll", { domain })}
        onClick={() => void send("dismissed")}
      >
        {t("quality.typo.dismiss")}
      </Button>
    </span>
  )
}
