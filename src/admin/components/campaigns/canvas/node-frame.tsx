import { DropdownMenu, clx } from "@medusajs/ui"
import { type ReactNode, useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import { at, type Place } from "../../../lib/campaign-graph"
import { useFlow, wayName } from "../flow-context"
import { ADD_MENU, AddMenuItems, keepFocus } from "./add-menu"
import { useCanvas } from "./canvas-context"

type NodeFrameProps = {
  id: string
  label: string
  /** The ways out, for adding a step by the keyboard. */
  places: Place[]
  wrong?: boolean
  children: ReactNode
}

/** What every node of the canvas has: it is one button, shows whether it is chosen, and opens the list of new steps. */
export function NodeFrame({ id, label, places, wrong, children }: NodeFrameProps) {
  const { open, onOpen } = useFlow()
  const { active, selected, setActive } = useCanvas()
  const button = useRef<HTMLButtonElement>(null)
  const here = active === id
  // The keyboard may come to a node before it is drawn: only what can be seen is.
  useEffect(() => {
    if (here && button.current?.closest("[data-keyboard]"))
      button.current.focus({ preventScroll: true })
  }, [here])
  return (
    <>
      <button
        ref={button}
        type="button"
        data-node={id}
        tabIndex={here ? 0 : -1}
        aria-label={label}
        aria-pressed={selected.has(id)}
        onFocus={() => setActive(id)}
        onClick={({ metaKey, ctrlKey, shiftKey }) => {
          setActive(id)
          if (!metaKey && !ctrlKey && !shiftKey) onOpen(id)
        }}
        className={clx(
          "bg-ui-bg-base shadow-elevation-card-rest hover:shadow-elevation-card-hover focus-visible:shadow-borders-focus flex h-full w-full flex-col gap-y-1 overflow-hidden [&>*]:shrink-0 rounded-lg px-4 py-3 text-left outline-none",
          wrong && "ring-ui-tag-red-border ring-1",
          selected.has(id) && "ring-ui-border-interactive ring-1",
          open === id && "ring-ui-border-interactive ring-2"
        )}
      >
        {children}
      </button>
      <AddByKeyboard id={id} places={places} />
    </>
  )
}

function AddByKeyboard({ id, places }: { id: string; places: Place[] }) {
  const { t } = useTranslation("engage")
  const { plan } = useFlow()
  const { adding, setAdding } = useCanvas()
  if (adding !== id) return null
  return (
    <DropdownMenu open onOpenChange={(open) => !open && setAdding(undefined)}>
      <DropdownMenu.Trigger asChild>
        <span className="pointer-events-none absolute bottom-0 left-1/2 size-px" aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content
        className={ADD_MENU}
        onCloseAutoFocus={keepFocus}
        aria-label={t("campaigns.flow.addAfter")}
      >
        {places.length === 1 ? (
          <AddMenuItems place={places[0]} />
        ) : (
          places.map((place) => (
            <DropdownMenu.SubMenu key={place!.way}>
              <DropdownMenu.SubMenuTrigger>
                {t(at(plan.graph, place) ? "builder.addOnWay" : "builder.addOnOpenWay", {
                  way: wayName(t, plan.graph.steps[place!.from], place!.way),
                })}
              </DropdownMenu.SubMenuTrigger>
              <DropdownMenu.SubMenuContent className={ADD_MENU}>
                <AddMenuItems place={place} />
              </DropdownMenu.SubMenuContent>
            </DropdownMenu.SubMenu>
          ))
        )}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
