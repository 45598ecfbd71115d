import type { ReactNode } from "react"
import type { TriggerOf, TriggerType } from "../../../../types/campaign-trigger"

/** What a trigger of one type is told; changes with one tag are undone together. */
export type TriggerFormProps<Type extends TriggerType> = {
  trigger: TriggerOf<Type>
  onChange: (change: Partial<TriggerOf<Type>>, tag?: string) => void
}
export type TriggerForm<Type extends TriggerType> = (props: TriggerFormProps<Type>) => ReactNode
