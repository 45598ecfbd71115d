import { Button } from "@react-email/button"
import type { ReactNode } from "react"
import type { Align } from "../../../../types/document"
import type { Context } from "./context"

/** A button as mail programs show it alike; also used on product cards. */
export function drawButton(
  button: { label: string; href: string; align: Align; wide: boolean; small?: boolean },
  { slots, theme }: Context
): ReactNode {
  return (
    <div style={{ textAlign: button.align }}>
      <Button
        href={slots.text(button.href)}
        className="button"
        style={{
          background: theme.accent,
          color: theme.onAccent,
          borderRadius: Math.min(theme.style.radius, 24),
          fontSize: button.small ? 14 : 16,
          fontWeight: 600,
          textAlign: "center",
          padding: button.small ? "9px 16px" : "14px 28px",
          ...(button.wide && { display: "block" }),
        }}
      >
        {slots.text(button.label)}
      </Button>
    </div>
  )
}
