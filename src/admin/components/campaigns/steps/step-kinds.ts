import {
  Bolt,
  ChatBubble,
  ChatBubbleLeftRight,
  Clock,
  Envelope,
  Funnel,
  PencilSquare,
  Tag,
  Users,
} from "@medusajs/icons"
import type { ComponentType } from "react"
import type { StepType } from "../../../../types/campaign"

/** Headings under which the palette offers steps, in this order. */
export const STEP_GROUPS = ["messages", "timing", "ways", "people"] as const

type StepKind = {
  group: (typeof STEP_GROUPS)[number]
  icon: ComponentType<{ className?: string }>
}

/** How each type of step is offered and drawn. */
export const STEP_KINDS: Record<StepType, StepKind> = {
  email: { group: "messages", icon: Envelope },
  sms: { group: "messages", icon: ChatBubble },
  in_app: { group: "messages", icon: ChatBubbleLeftRight },
  wait: { group: "timing", icon: Clock },
  wait_until: { group: "timing", icon: Clock },
  wait_event: { group: "timing", icon: Bolt },
  filter: { group: "ways", icon: Funnel },
  split: { group: "ways", icon: Users },
  branches: { group: "ways", icon: Funnel },
  condition: { group: "ways", icon: Funnel },
  limit: { group: "ways", icon: Users },
  field: { group: "people", icon: PencilSquare },
  audience: { group: "people", icon: Tag },
}

/** Every type of step, as the palette lists them. */
export const STEP_TYPES = Object.keys(STEP_KINDS) as StepType[]
