import { TrianglesMini } from "@medusajs/icons"
import { clx } from "@medusajs/ui"
import { type ComponentPropsWithoutRef, forwardRef } from "react"

type FieldButtonProps = ComponentPropsWithoutRef<"button"> & { empty?: boolean; invalid?: boolean }

/** A button that looks like a select, for opening a picker. */
export const FieldButton = forwardRef<HTMLButtonElement, FieldButtonProps>(
  ({ empty, invalid, className, children, ...props }, ref) => (
    <button
      ref={ref}
      type="button"
      aria-invalid={invalid}
      className={clx(
        "bg-ui-bg-field shadow-buttons-neutral transition-fg hover:bg-ui-bg-field-hover focus-visible:shadow-borders-interactive-with-active txt-compact-small flex min-h-7 min-w-0 items-center justify-between gap-x-2 rounded-md px-2 py-1 text-left outline-none",
        empty ? "text-ui-fg-subtle" : "text-ui-fg-base",
        invalid && "!shadow-borders-error",
        className
      )}
      {...props}
    >
      <span className="min-w-0 truncate">{children}</span>
      <TrianglesMini className="text-ui-fg-subtle shrink-0" aria-hidden />
    </button>
  )
)
FieldButton.displayName = "FieldButton"
