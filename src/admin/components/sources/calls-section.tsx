import { Button, StatusBadge, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { InboundSource, SourceRequest } from "../../../types/event"
import { useReplay, useSourceRequests } from "../../hooks/api/sources"
import { EmptyState, ErrorState, RowsSkeleton, Section } from "../common/states"
import { Time } from "../common/values"

/** What the source sent lately, what became of it, and the way to read it again. */
export function CallsSection({ source }: { source: InboundSource }) {
  const { t } = useTranslation("engage")
  const { data: requests, error, refetch } = useSourceRequests(source.id)
  return (
    <Section title={t("sources.calls")} description={t("sources.callsHint")}>
      {error && !requests ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : !requests ? (
        <RowsSkeleton rows={3} />
      ) : requests.length ? (
        <ul className="divide-y">
          {requests.map((request) => (
            <Call key={request.id} request={request} source={source.id} />
          ))}
        </ul>
      ) : (
        <EmptyState title={t("sources.noCalls")} description={t("sources.noCallsHint")} />
      )}
    </Section>
  )
}

function Call({ request, source }: { request: SourceRequest; source: string }) {
  const { t } = useTranslation("engage")
  const [open, setOpen] = useState(false)
  const replay = useReplay(source)
  const tone = request.rejected.length ? (request.accepted ? "orange" : "red") : "green"
  const onReplay = () =>
    replay.mutate(request.id, {
      onSuccess: ({ request: again }) =>
        toast.success(t("sources.replayed", { count: again.accepted })),
      onError: (error) => toast.error(error.message),
    })
  return (
    <li className="flex flex-col gap-y-2 px-6 py-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <div className="flex flex-wrap items-center gap-x-3">
          <StatusBadge color={tone}>
            {t("sources.outcome", {
              accepted: request.accepted,
              duplicates: request.duplicates,
              rejected: request.rejected.length,
            })}
          </StatusBadge>
          <Text as="span" size="small" className="text-ui-fg-subtle">
            <Time at={request.at} />
            {request.replay_of && ` · ${t("sources.isReplay")}`}
          </Text>
        </div>
        <div className="flex gap-x-2">
          <Button
            size="small"
            variant="transparent"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {t(open ? "events.hideDetails" : "events.showDetails")}
          </Button>
          <Button size="small" variant="secondary" isLoading={replay.isPending} onClick={onReplay}>
            {t("sources.replay")}
          </Button>
        </div>
      </div>
      {request.rejected.slice(0, 3).map(({ index, reason }) => (
        <Text key={index} size="xsmall" className="text-ui-fg-error">
          {t("sources.rejected", { number: index + 1, reason })}
        </Text>
      ))}
      {open && (
        <pre
          tabIndex={0}
          className="bg-ui-bg-subtle text-ui-fg-base txt-compact-xsmall focus-visible:shadow-borders-focus max-h-96 overflow-auto whitespace-pre-wrap break-words rounded-md p-3 font-mono outline-none"
        >
          {request.body}
        </pre>
      )}
    </li>
  )
}
