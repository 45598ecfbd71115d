import { ArrowDownMini } from "@medusajs/icons"
import { Button, Text, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import { at, type Place, placeKey, waysOf } from "../../lib/campaign-graph"
import { AddButton } from "./canvas/add-button"
import { useFlow, wayName } from "./flow-context"
import { StepCard } from "./step-card"

/** The way through a campaign from top to bottom, branches side by side. */
export function FlowView() {
  const { t } = useTranslation("engage")
  return (
    <div className="overflow-x-auto px-6 py-6">
      <ol aria-label={t("campaigns.flow.label")} className="flex min-w-fit flex-col items-center">
        <Branch place={null} />
      </ol>
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
  const { editable } = useFlow()
  if (!editable) return <Line className="h-6" />
  return (
    <li className="flex flex-col items-center">
      <Line className="h-3" />
      <AddButton place={place} />
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
