import { Photo } from "@medusajs/icons"
import type { ReactNode } from "react"

/** What stands where there is nothing to show yet. */
export function Hint({ children, icon }: { children: ReactNode; icon?: boolean }) {
  return (
    <div
      style={{
        width: "100%",
        padding: "24px 16px",
        background: "#f4f4f5",
        color: "#52525b",
        borderRadius: 8,
        fontFamily: "Inter, sans-serif",
        fontSize: 13,
        lineHeight: 1.5,
        textAlign: "center",
        display: "flex",
        alignItems: "center",
        justifyContent: "center",
        gap: 8,
      }}
    >
      {icon && <Photo />}
      {children}
    </div>
  )
}
