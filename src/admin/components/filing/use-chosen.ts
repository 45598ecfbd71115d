import { useState } from "react"
import type { Selection } from "../list/list-table"

/** Rows that are chosen in a list, over its pages. */
export function useChosen<Row extends { name: string }>() {
  const [chosen, setChosen] = useState<Map<string, Row>>(new Map())
  const selection: Selection<Row> = { chosen, onChange: setChosen, name: (row) => row.name }
  return { selection, rows: [...chosen.values()], clear: () => setChosen(new Map()) }
}
