import {
  ArrowPath,
  BellAlert,
  Bolt,
  Calendar,
  ChatBubble,
  ChatBubbleLeftRight,
  Clock,
  Envelope,
  Funnel,
  Link,
  PaperPlane,
  Phone,
  PencilSquare,
  ReceiptPercent,
  StopCircleSolid,
  Tag,
  UserGroup,
  Users,
} from "@medusajs/icons"
import type { ComponentType } from "react"
import type { StepType } from "../../../../types/campaign-plan"

/** Headings under which the palette offers steps, in this order. */
export const STEP_GROUPS = ["messages", "timing", "ways", "people", "outside"] as const

type StepKind = {
  group: (typeof STEP_GROUPS)[number]
  icon: ComponentType<{ className?: string }>
}

/** How each type of step is offered and drawn. */
export const STEP_KINDS: Record<StepType, StepKind> = {
  email: { group: "messages", icon: Envelope },
  sms: { group: "messages", icon: ChatBubble },
  viber: { group: "messages", icon: Phone },
  whatsapp: { group: "messages", icon: Phone },
  in_app: { group: "messages", icon: ChatBubbleLeftRight },
  push: { group: "messages", icon: BellAlert },
  telegram: { group: "messages", icon: PaperPlane },
  wait: { group: "timing", icon: Clock },
  wait_until: { group: "timing", icon: Clock },
  wait_date: { group: "timing", icon: Calendar },
  wait_event: { group: "timing", icon: Bolt },
  filter: { group: "ways", icon: Funnel },
  refresh: { group: "ways", icon: ArrowPath },
  split: { group: "ways", icon: Users },
  branches: { group: "ways", icon: Funnel },
  limit: { group: "ways", icon: Users },
  exit: { group: "ways", icon: StopCircleSolid },
  field: { group: "people", icon: PencilSquare },
  tag: { group: "people", icon: Tag },
  audience: { group: "people", icon: UserGroup },
  promo: { group: "people", icon: ReceiptPercent },
  group: { group: "people", icon: UserGroup },
  webhook: { group: "outside", icon: Link },
  notify: { group: "outside", icon: BellAlert },
}

/** Every type of step, as the palette lists them. */
export const STEP_TYPES = Object.keys(STEP_KINDS) as StepType[]
