import { Button, Drawer, Label, RadioGroup, Text, toast } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import type { Campaign } from "../../../types/campaign"
import type { CampaignChanges, StepInPlan } from "../../../types/campaign-flow"
import { useCampaignChanges, usePublishCampaign } from "../../hooks/api/campaigns"
import { useFormat } from "../../hooks/use-format"
import { ErrorState, RowsSkeleton } from "../common/states"
import { StepSummary } from "./step-summary"

type PublishDialogProps = { campaign: Campaign; open: boolean; onClose: () => void }

/** Tells what publishing changes, and asks what happens to the people inside. */
export function PublishDialog({ campaign, open, onClose }: PublishDialogProps) {
  const { t } = useTranslation("engage")
  const again = campaign.version > 0
  const { data: changes, error, refetch, isFetching } = useCampaignChanges(campaign.id, open)
  const publish = usePublishCampaign(campaign.id)
  const [move, setMove] = useState(false)

  const onPublish = async () => {
    try {
      await publish.mutateAsync({ move: again && move })
      toast.success(t("campaigns.done.publish"))
      onClose()
    } catch (problem) {
      toast.error((problem as Error).message)
    }
  }
  return (
    <Drawer open={open} onOpenChange={(next) => !next && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("campaigns.ask.publish.title")}</Drawer.Title>
          <Drawer.Description>
            {t("campaigns.ask.publish.text", { context: again ? "again" : undefined })}
          </Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
          {error ? (
            <ErrorState error={error} onRetry={refetch} />
          ) : !changes || isFetching ? (
            <RowsSkeleton rows={3} />
          ) : (
            <>
              <Changes changes={changes} first={!again} />
              {again && changes.inside > 0 && (
                <PeopleInside changes={changes} move={move} onMove={setMove} />
              )}
            </>
          )}
        </Drawer.Body>
        <Drawer.Footer>
          <Button size="small" variant="secondary" onClick={onClose}>
            {t("actions.cancel")}
          </Button>
          <Button
            size="small"
            disabled={!changes}
            isLoading={publish.isPending}
            onClick={() => void onPublish()}
          >
            {t("campaigns.ask.publish.confirm")}
          </Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}

function Changes({ changes, first }: { changes: CampaignChanges; first: boolean }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const note = (inside: number) =>
    inside > 0
      ? t("builder.publish.standing", { count: inside, people: format.number(inside) })
      : ""
  return (
    <>
      <Steps
        title={t(first ? "builder.publish.steps" : "builder.publish.added")}
        steps={changes.added}
      />
      <Steps title={t("builder.publish.changed")} steps={changes.changed} />
      <Steps
        title={t("builder.publish.removed")}
        steps={changes.removed}
        noteOf={(id) => note(changes.removed.find((one) => one.id === id)?.inside ?? 0)}
      />
      {!first && changes.rest.length > 0 && (
        <div className="flex flex-col gap-y-2">
          <Text size="small" weight="plus" leading="compact">
            {t("builder.publish.rest")}
          </Text>
          <ul className="txt-small text-ui-fg-subtle list-inside list-disc">
            {changes.rest.map((part) => (
              <li key={part}>{t(`builder.publish.part.${part}`, { defaultValue: part })}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

type StepsProps = { title: string; steps: StepInPlan[]; noteOf?: (id: string) => string }

function Steps({ title, steps, noteOf }: StepsProps) {
  const { t } = useTranslation("engage")
  if (!steps.length) return null
  return (
    <div className="flex flex-col gap-y-2">
      <Text size="small" weight="plus" leading="compact">
        {title}
      </Text>
      <ul className="divide-y rounded-lg border">
        {steps.map(({ id, step }) => (
          <li key={id} className="flex flex-col px-3 py-2">
            <Text as="span" size="small" leading="compact">
              {t(`campaigns.step.${step.type}.name`)}
            </Text>
            <span className="txt-compact-small text-ui-fg-subtle line-clamp-2">
              <StepSummary step={step} />
            </span>
            {noteOf?.(id) && (
              <span className="txt-compact-small text-ui-tag-orange-text">{noteOf(id)}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

type PeopleInsideProps = {
  changes: CampaignChanges
  move: boolean
  onMove: (move: boolean) => void
}

function PeopleInside({ changes: { inside, movable }, move, onMove }: PeopleInsideProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const ids = { stay: useId(), move: useId() }
  const values = {
    inside: format.number(inside),
    movable: format.number(movable),
    staying: format.number(inside - movable),
  }
  const option = (value: "stay" | "move", text: string) => (
    <div className="flex items-start gap-x-2">
      <RadioGroup.Item value={value} id={ids[value]} className="mt-0.5" />
      <div className="flex flex-col">
        <Label size="small" weight="plus" htmlFor={ids[value]}>
          {t(`builder.publish.${value}`)}
        </Label>
        <Text size="small" className="text-ui-fg-subtle">
          {text}
        </Text>
      </div>
    </div>
  )
  return (
    <div className="flex flex-col gap-y-3">
      <Text size="small" weight="plus" leading="compact" id="people-inside">
        {t("builder.publish.inside", { count: inside, ...values })}
      </Text>
      <RadioGroup
        aria-labelledby="people-inside"
        value={move ? "move" : "stay"}
        onValueChange={(value) => onMove(value === "move")}
      >
        {option("stay", t("builder.publish.stayText"))}
        {option(
          "move",
          t(movable < inside ? "builder.publish.moveSome" : "builder.publish.moveAll", values)
        )}
      </RadioGroup>
    </div>
  )
}
