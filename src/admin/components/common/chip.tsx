import { clx } from "@medusajs/ui"

type ChipProps = { active: boolean; label: string; onClick: () => void }

/** A filter that is on or off. */
export function Chip({ active, label, onClick }: ChipProps) {
  return (
    <button
      type="button"
      aria-pressed={active}
      onClick={onClick}
      className={clx(
        "txt-compact-xsmall-plus transition-fg focus-visible:shadow-borders-focus rounded-full border px-2.5 py-1 outline-none",
        active
          ? "bg-ui-button-inverted text-ui-contrast-fg-primary border-transparent"
          : "bg-ui-bg-base text-ui-fg-subtle hover:bg-ui-bg-base-hover"
      )}
    >
      {label}
    </button>
  )
}
