import { createContext, useContext } from "react"

type CanvasContextValue = {
  /** Where the keyboard is: one node of the canvas at a time can be tabbed to. */
  active: string
  selected: ReadonlySet<string>
  /** Way into which what is being dragged would fall. */
  drop: string | undefined
  /** Whose menu of new steps the keyboard has opened. */
  adding: string | undefined
  setActive: (id: string) => void
  setAdding: (id: string | undefined) => void
}

const CanvasContext = createContext<CanvasContextValue | undefined>(undefined)
export const CanvasProvider = CanvasContext.Provider

/** Where the keyboard and the mouse are on the canvas. */
export function useCanvas(): CanvasContextValue {
  const value = useContext(CanvasContext)
  if (!value) throw new Error("useCanvas stands outside a CanvasProvider")
  return value
}
