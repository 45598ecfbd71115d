import { MedusaError } from "@medusajs/framework/utils"
import { max, subDays } from "date-fns"
import { type Db, query } from "../../../lib/db"
import type { ControlReport, ControlSide } from "../../../types/policy"
import { readControlGroup } from "../../delivery/policy/control-group"
import { meanDifference, type Values } from "../broadcast/significance"
import { kept } from "../kept"
import { CONTROL_SIDES } from "../sql/control-group"

type Row = { control: boolean; people: number; buyers: number; revenue: number; squares: number }
type Sides = { since: string; written_to: Row; control: Row }

/**
 * What all messages brought: people who may be written to against those who never are, over the last days.
 * @throws MedusaError `not_allowed` while nobody is kept out
 */
export async function controlReport(
  db: Db,
  { days, currency, now }: { days: number; currency: string; now: Date }
): Promise<ControlReport> {
  const group = await readControlGroup(db)
  if (!group)
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "There is no control group: set its share first, and give it some weeks"
    )
  const { percent, seed } = group
  const share = Math.round(percent * 100)
  const key = `control group ${seed} ${share} ${group.since ?? ""} ${days}`
  const { numbers, counted_at } = await kept<Sides>(db, key, async () => {
    const began = subDays(now, days)
    const since = group.since ? max([began, new Date(group.since)]) : began
    const rows = await query<Row>(db, CONTROL_SIDES, { seed, share, since })
    const side = (control: boolean) =>
      rows.find((row) => row.control === control) ?? nobody(control)
    return { since: since.toISOString(), written_to: side(false), control: side(true) }
  })
  const { since, written_to, control } = numbers
  return {
    since,
    counted_at: counted_at.toISOString(),
    currency,
    written_to: shown(written_to),
    control: shown(control),
    incremental: incrementalOf(written_to, control),
  }
}

/** What the difference per person comes to over all who may be written to. */
export function incrementalOf(written_to: Row, control: Row): ControlReport["incremental"] {
  const found = meanDifference(valuesOf(written_to), valuesOf(control))
  if (!found || !control.buyers || !written_to.buyers) return null
  const total = (one: number) => Math.round(one * written_to.people)
  const [from, to] = found.interval
  return {
    revenue: total(found.difference),
    from: total(from),
    to: total(to),
    certain: from > 0 || to < 0,
  }
}

const nobody = (control: boolean): Row => ({
  control,
  people: 0,
  buyers: 0,
  revenue: 0,
  squares: 0,
})

function valuesOf({ people, revenue, squares }: Row): Values {
  return { people, sum: revenue, squares }
}

function shown({ people, buyers, revenue }: Row): ControlSide {
  return { people, buyers, revenue, revenue_per_person: people ? Math.round(revenue / people) : 0 }
}
