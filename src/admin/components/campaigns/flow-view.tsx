import { ArrowDownMini } from "@medusajs/icons"
import { Button, Text, clx } from "@medusajs/ui"
import { type DragEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import type { StepType } from "../../../types/campaign-plan"
import { at, openEnd, type Place, placeAfter, placeKey, waysOf } from "../../lib/campaign-graph"
import { AddButton } from "./canvas/add-button"
import { DRAGGED_STEP, Palette } from "./canvas/palette"
import { useFlow, wayName } from "./flow-context"
import { StepCard } from "./step-card"
import { TriggerCard } from "./trigger-card"

/** The way through a campaign from top to bottom, branches side by side. */
export function FlowView() {
  const { t } = useTranslation("engage")
  const { plan, editable, open, actions } = useFlow()
  const here = () =>
    open === undefined ? (openEnd(plan.graph) ?? null) : placeAfter(plan.graph, open)
  return (
    <div className="flex items-start">
      {editable && (
        <div className="sticky top-0 hidden h-[clamp(460px,calc(100vh-330px),900px)] md:block">
          <Palette onAdd={(type) => actions.insert(here(), type)} />
        </div>
      )}
      <div className="min-w-0 flex-1 overflow-x-auto px-6 py-6">
        <ol aria-label={t("campaigns.flow.label")} className="flex min-w-fit flex-col items-center">
          <li>
            <TriggerCard />
          </li>
          <Branch place={null} />
        </ol>
      </div>
    </div>
  )
}

/** What stands at a place, and all that follows. A way to a step that is drawn elsewhere is a link to it. */
function Branch({ place }: { place: Place }) {
  const { plan, shownAt } = useFlow()
  const { graph } = plan
  const id = at(graph, place)
  const step = id ? graph.steps[id] : undefined
  if (!id || !step) {
    return (
      <>
        <AddStep place={place} />
        <End />
      </>
    )
  }
  if (shownAt.get(id) !== placeKey(place)) return <GoesOn id={id} place={place} />
  const ways = waysOf(step)
  return (
    <>
      <AddStep place={place} />
      <li className="flex flex-col items-center">
        <StepCard id={id} step={step} />
      </li>
      {ways.length === 1 ? (
        <Branch place={{ from: id, way: ways[0] }} />
      ) : (
        <li className="flex items-start gap-x-6 pt-2">
          {ways.map((way) => (
            <div key={way} className="flex min-w-[260px] flex-col items-center">
              <WayLabel id={id} way={way} />
              <ol className="flex flex-col items-center">
                <Branch place={{ from: id, way }} />
              </ol>
            </div>
          ))}
        </li>
      )}
    </>
  )
}

function WayLabel({ id, way }: { id: string; way: string }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { plan, numbers } = useFlow()
  const passed = numbers?.get(id)?.passed[way]
  return (
    <Text
      as="div"
      size="xsmall"
      weight="plus"
      className="bg-ui-bg-subtle text-ui-fg-subtle rounded-full border px-2 py-0.5"
    >
      {wayName(t, plan.graph.steps[id], way)}
      {passed ? ` · ${format.number(passed)}` : ""}
    </Text>
  )
}

function AddStep({ place }: { place: Place }) {
  const { editable, actions } = useFlow()
  const [over, setOver] = useState(false)
  if (!editable) return <Line className="h-6" />
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(DRAGGED_STEP)) return
    event.preventDefault()
    setOver(true)
  }
  const onDrop = (event: DragEvent) => {
    const type = event.dataTransfer.getData(DRAGGED_STEP) as StepType
    setOver(false)
    if (!type) return
    event.preventDefault()
    actions.insert(place, type)
  }
  return (
    <li
      className="flex w-[260px] flex-col items-center"
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <Line className="h-3" />
      <AddButton place={place} highlighted={over} />
      <Line className="h-3" />
    </li>
  )
}

function GoesOn({ id, place }: { id: string; place: Place }) {
  const { t } = useTranslation("engage")
  const { plan, onOpen } = useFlow()
  const step = t(`campaigns.step.${plan.graph.steps[id].type}.name`)
  return (
    <>
      <AddStep place={place} />
      <li>
        <Button size="small" variant="transparent" onClick={() => onOpen(id, true)}>
          <ArrowDownMini aria-hidden />
          {t("campaigns.flow.goesOn", { step })}
        </Button>
      </li>
    </>
  )
}

function End() {
  const { t } = useTranslation("engage")
  return (
    <li>
      <Text size="xsmall" className="text-ui-fg-muted">
        {t("campaigns.flow.end")}
      </Text>
    </li>
  )
}

function Line({ className }: { className?: string }) {
  return <span aria-hidden className={clx("bg-ui-border-base w-px", className)} />
}
