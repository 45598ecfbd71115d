import { ArrowRightDown, ForwardSolid, XCircle } from "@medusajs/icons"
import { Button, Drawer, Text, clx, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { CampaignPerson } from "../../../types/campaign"
import type { Steering } from "../../../types/campaign-flow"
import { usePublishedVersion, useSteerPerson } from "../../hooks/api/campaigns"
import { walk } from "../../lib/campaign-graph"
import { MoreMenu } from "../common/more-menu"
import { ErrorState, RowsSkeleton } from "../common/states"
import { StepSummary } from "./step-summary"

type PersonActionsProps = { campaign: string; person: CampaignPerson; name: string }

/** What can be done to one person inside: another step, no more waiting, or out. */
export function PersonActions({ campaign, person, name }: PersonActionsProps) {
  const { t } = useTranslation("engage")
  const prompt = usePrompt()
  const steer = useSteerPerson(campaign)
  const [moving, setMoving] = useState(false)
  if (!person.step) return null
  const at = person.step

  const run = async (steering: Steering) => {
    try {
      await steer.mutateAsync({ enrollment: person.enrollment_id, at, ...steering })
      toast.success(t(`builder.person.done.${steering.action}`, { name }))
      setMoving(false)
    } catch (error) {
      toast.error((error as Error).message)
    }
  }
  const onTakeOut = async () => {
    const sure = await prompt({
      title: t("builder.person.ask.title", { name }),
      description: t("builder.person.ask.text"),
      confirmText: t("builder.person.take_out"),
      cancelText: t("actions.cancel"),
    })
    if (sure) await run({ action: "take_out" })
  }
  const waits = person.due_at !== null && Date.parse(person.due_at) > Date.now()
  return (
    <>
      <MoreMenu
        groups={[
          {
            actions: [
              {
                label: t("builder.person.move"),
                icon: <ArrowRightDown />,
                onClick: () => setMoving(true),
              },
              ...(waits
                ? [
                    {
                      label: t("builder.person.skip_wait"),
                      icon: <ForwardSolid />,
                      onClick: () => void run({ action: "skip_wait" }),
                    },
                  ]
                : []),
              {
                label: t("builder.person.take_out"),
                icon: <XCircle />,
                onClick: () => void onTakeOut(),
              },
            ],
          },
        ]}
      />
      <MoveDrawer
        campaign={campaign}
        person={person}
        name={name}
        open={moving}
        busy={steer.isPending}
        onClose={() => setMoving(false)}
        onMove={(step) => void run({ action: "move", step })}
      />
    </>
  )
}

type MoveDrawerProps = PersonActionsProps & {
  open: boolean
  busy: boolean
  onClose: () => void
  onMove: (step: string) => void
}

function MoveDrawer({ campaign, person, name, open, busy, onClose, onMove }: MoveDrawerProps) {
  const { t } = useTranslation("engage")
  const { data, error, refetch } = usePublishedVersion(campaign, person.version, open)
  const [chosen, setChosen] = useState<string>()
  const graph = data?.plan.graph
  return (
    <Drawer open={open} onOpenChange={(next) => !next && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("builder.person.moveTitle", { name })}</Drawer.Title>
          <Drawer.Description>{t("builder.person.moveText")}</Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="overflow-y-auto">
          {error ? (
            <ErrorState error={error} onRetry={refetch} />
          ) : !graph ? (
            <RowsSkeleton />
          ) : (
            <div
              role="radiogroup"
              aria-label={t("builder.person.move")}
              className="flex flex-col gap-y-2"
            >
              {walk(graph).map((id) => (
                <button
                  key={id}
                  type="button"
                  role="radio"
                  aria-checked={chosen === id}
                  disabled={id === person.step}
                  onClick={() => setChosen(id)}
                  className={clx(
                    "focus-visible:shadow-borders-focus disabled:bg-ui-bg-disabled flex flex-col rounded-lg border px-3 py-2 text-left outline-none",
                    chosen === id && "border-ui-border-interactive bg-ui-bg-highlight"
                  )}
                >
                  <Text as="span" size="small" leading="compact" weight="plus">
                    {t(`campaigns.step.${graph.steps[id].type}.name`)}
                    {id === person.step ? ` (${t("builder.person.here")})` : ""}
                  </Text>
                  <span className="txt-compact-small text-ui-fg-subtle line-clamp-2">
                    <StepSummary step={graph.steps[id]} />
                  </span>
                </button>
              ))}
            </div>
          )}
        </Drawer.Body>
        <Drawer.Footer>
          <Button size="small" variant="secondary" onClick={onClose}>
            {t("actions.cancel")}
          </Button>
          <Button
            size="small"
            disabled={!chosen}
            isLoading={busy}
            onClick={() => chosen && onMove(chosen)}
          >
            {t("builder.person.moveConfirm")}
          </Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
