import { ArrowDownMini, Plus } from "@medusajs/icons"
import { Button, DropdownMenu, Text, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { at, type Place, placeKey, waysOf } from "../../lib/campaign-graph"
import { useFlow } from "./flow-context"
import { StepCard } from "./step-card"
import { STEP_TYPES } from "./steps/step-kinds"

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
  const { graph, shownAt } = useFlow()
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
  const { graph, report } = useFlow()
  const step = graph.steps[id]
  const share = step.type === "split" ? step.shares[way.charCodeAt(0) - 97] : undefined
  const passed = report?.steps.find((one) => one.step === id)?.passed[way]
  return (
    <Text
      as="div"
      size="xsmall"
      weight="plus"
      className="bg-ui-bg-subtle text-ui-fg-subtle rounded-full border px-2 py-0.5"
    >
      {share === undefined
        ? t(`campaigns.way.${way}`)
        : t("campaigns.way.share", { name: way.toUpperCase(), share })}
      {passed ? ` · ${passed}` : ""}
    </Text>
  )
}

function AddStep({ place }: { place: Place }) {
  const { t } = useTranslation("engage")
  const { onInsert, editable } = useFlow()
  if (!editable) return <Line className="h-6" />
  return (
    <li className="flex flex-col items-center">
      <Line className="h-3" />
      <DropdownMenu>
        <DropdownMenu.Trigger asChild>
          <button
            type="button"
            aria-label={t(place ? "campaigns.flow.addAfter" : "campaigns.flow.addFirst")}
            className="bg-ui-bg-base text-ui-fg-subtle hover:text-ui-fg-base hover:border-ui-border-strong focus-visible:shadow-borders-focus flex size-6 items-center justify-center rounded-full border outline-none"
          >
            <Plus className="size-3.5" aria-hidden />
          </button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Content>
          {STEP_TYPES.map((type) => (
            <DropdownMenu.Item key={type} onClick={() => onInsert(place, type)}>
              <span className="flex flex-col">
                {t(`campaigns.step.${type}.name`)}
                <Text as="span" size="xsmall" className="text-ui-fg-subtle">
                  {t(`campaigns.step.${type}.hint`)}
                </Text>
              </span>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu>
      <Line className="h-3" />
    </li>
  )
}

function GoesOn({ id, place }: { id: string; place: Place }) {
  const { t } = useTranslation("engage")
  const { titleOf, onSelect } = useFlow()
  return (
    <>
      <AddStep place={place} />
      <li>
        <Button size="small" variant="transparent" onClick={() => onSelect(id)}>
          <ArrowDownMini aria-hidden />
          {t("campaigns.flow.goesOn", { step: titleOf(id) })}
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
