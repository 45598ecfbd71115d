import { Fragment, type ReactNode } from "react"
import type { BlockOf, SocialNetwork } from "../../../../types/document"
import type { Context } from "./context"

const NAMES: Record<SocialNetwork, string> = {
  website: "Website",
  instagram: "Instagram",
  facebook: "Facebook",
  tiktok: "TikTok",
  youtube: "YouTube",
  pinterest: "Pinterest",
  x: "X",
  linkedin: "LinkedIn",
}

/** Links to where else the shop is found; one without an address is left out. */
export function drawSocial(block: BlockOf<"social">, { slots, theme }: Context): ReactNode {
  return (
    <div style={{ textAlign: block.align, fontSize: 14, lineHeight: 2 }}>
      {block.links.map(({ network, url }) => {
        const constant = /^\{\{\s*(constants\.\w+)\s*\}\}$/.exec(url)?.[1]
        if (!url) return null
        return (
          <Fragment key={network}>
            {constant && slots.put(`{% if ${constant} != "" %}`)}
            <a
              href={slots.text(url)}
              className="link"
              style={{ color: theme.accent, padding: "0 8px", display: "inline-block" }}
            >
              {NAMES[network]}
            </a>
            {constant && slots.put("{% endif %}")}
          </Fragment>
        )
      })}
    </div>
  )
}

/** A code to copy, in a frame that looks like a coupon. */
export function drawCoupon(block: BlockOf<"coupon">, { slots, theme }: Context): ReactNode {
  return (
    <div
      className="line"
      style={{
        border: `2px dashed ${theme.line}`,
        borderRadius: theme.style.radius,
        padding: "20px 16px",
        textAlign: "center",
      }}
    >
      {block.text && (
        <div className="text" style={{ fontSize: 15, lineHeight: 1.5, color: theme.style.text }}>
          {slots.text(block.text)}
        </div>
      )}
      <div
        className="strong"
        style={{
          margin: "6px 0",
          fontSize: 26,
          lineHeight: 1.3,
          fontWeight: 700,
          letterSpacing: 3,
          color: theme.style.text,
        }}
      >
        {slots.text(block.code)}
      </div>
      {block.note && (
        <div className="quiet" style={{ fontSize: 13, lineHeight: 1.5, color: theme.quiet }}>
          {slots.text(block.note)}
        </div>
      )}
    </div>
  )
}

/** Who writes and why, the postal address, and the two links that every marketing message needs. */
export function drawFooter(block: BlockOf<"footer">, { slots, theme }: Context): ReactNode {
  const link = { color: theme.quiet, textDecoration: "underline" }
  return (
    <div
      className="quiet"
      style={{ textAlign: block.align, fontSize: 13, lineHeight: 1.6, color: theme.quiet }}
    >
      {block.text && <div>{slots.text(block.text)}</div>}
      {block.show_address && (
        <div>
          {slots.put("{{ shop.name }}{% if shop.address %} &middot; {{ shop.address }}{% endif %}")}
        </div>
      )}
      <a href={slots.put("{{ message.unsubscribe_url }}")} className="quiet" style={link}>
        {slots.text(block.unsubscribe || "Unsubscribe")}
      </a>
      {block.preferences && (
        <>
          {slots.put(" &middot; ")}
          <a href={slots.put("{{ message.preferences_url }}")} className="quiet" style={link}>
            {slots.text(block.preferences)}
          </a>
        </>
      )}
    </div>
  )
}
