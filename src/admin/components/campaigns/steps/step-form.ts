import type { ReactNode } from "react"
import type { CampaignStep, StepType } from "../../../../types/campaign-plan"

/** A step of one type. */
export type StepOf<Type extends StepType> = Extract<CampaignStep, { type: Type }>

/** Settings of a step; changes with one tag are undone together. */
export type StepFieldsProps<Type extends StepType> = {
  step: StepOf<Type>
  onChange: (step: StepOf<Type>, tag?: string) => void
}

/** How a type of step is set up, and what it is set to in words. */
export type StepForm<Type extends StepType> = {
  Fields: (props: StepFieldsProps<Type>) => ReactNode
  Summary: (props: { step: StepOf<Type> }) => ReactNode
}
