import { addDays, addMilliseconds, subMinutes } from "date-fns"
import fc from "fast-check"
import {
  anyGraph,
  STEPS,
  walkable,
} from "../../src/modules/campaign/flow/__tests__/graph-arbitrary"
import { EMPTY_PLAN } from "../../src/modules/campaign/flow/store"
import type { CampaignPlan, StepType } from "../../src/types/campaign-plan"
import { type Bought, CampaignChecks, type Round } from "./support/campaign-checks"
import { recordOf } from "./support/campaign-record"
import { CampaignWorld, PERSONS, START, type Told } from "./support/campaign-world"

/** Every type but those that need Medusa or a channel of its own. */
const TYPES: StepType[] = [
  ...(["wait", "wait_until", "wait_event", "wait_date", "filter", "refresh", "branches"] as const),
  ...(["split", "limit", "field", "audience", "email", "in_app", "webhook"] as const),
  "exit",
]
const RUNS = Number(process.env.WALKS ?? 12)
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000)
const SECOND = 1_000
const HOUR = 3_600 * SECOND

/** Rounds in which everybody who is due must have come to rest. */
const SETTLING = 40

jest.setTimeout(Math.max(120_000, RUNS * 20_000))

/** How far the clock goes between two rounds, in ms: mostly a little, sometimes over days, sometimes back. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 40 }).map((n) => n * SECOND) },
  { weight: 3, arbitrary: fc.integer({ min: 60, max: 7_200 }).map((n) => n * SECOND) },
  { weight: 2, arbitrary: fc.integer({ min: 5, max: 44 }).map((n) => n * HOUR) },
  { weight: 1, arbitrary: fc.integer({ min: 60, max: 7_200 }).map((n) => -n * SECOND) }
)
const happening = fc.record({
  person: fc.integer({ min: 1, max: PERSONS.length }),
  name: fc.constantFrom("start", "start", "start", "tick", "tock", "goal"),
  total: fc.integer({ min: 0, max: 20 }),
  /** So many minutes before it is told. */
  ago: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 14 }), fc.integer({ min: 16, max: 900 })),
  again: fc.boolean(),
})
const rounds = fc.array(
  fc.record({
    step,
    happening: fc.array(happening, { maxLength: 8 }),
    buys: fc.option(fc.integer({ min: 1, max: PERSONS.length }), { freq: 3 }),
    kill: fc.option(fc.integer({ min: 0, max: 60 }), { freq: 2 }),
  }),
  { minLength: 15, maxLength: 35 }
)
const chances = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }))

describe("two workers, of whom now and then one is killed, by a clock that jumps", () => {
  let world: CampaignWorld
  let settings: typeof STEPS

  beforeAll(async () => {
    world = await CampaignWorld.open()
    const { email, in_app, audience } = world.things
    settings = {
      ...STEPS,
      email: { ...STEPS.email, template_id: email },
      in_app: { ...STEPS.in_app, template_id: in_app },
      audience: { ...STEPS.audience, audience_id: audience },
      limit: { ...STEPS.limit, total: 9, per_day: 4 },
      wait_event: {
        ...STEPS.wait_event,
        events: ["tick", "tock"].map((name) => ({ type: "event" as const, name })),
      },
    }
  })

  afterAll(() => world.close())

  it(`take everybody along the drawn way once, whatever the campaign (SEED=${SEED})`, async () => {
    process.stdout.write(`walk seed ${SEED}\n`)
    let [walked, kills, failed] = [0, 0, 0]
    const graphs = anyGraph(TYPES, settings).map(walkable)
    await fc.assert(
      fc.asyncProperty(
        ...([graphs, fc.boolean(), fc.boolean(), rounds, chances] as const),
        async (graph, aims, exit_on_order, drawn, stream) => {
          const plan: CampaignPlan = {
            ...EMPTY_PLAN,
            trigger: { type: "event", name: "start" },
            goal: aims ? { type: "event", name: "goal" } : null,
            reentry: { mode: "always" },
            exit_on_order,
            graph,
          }
          const campaign = await world.publish(plan)
          const luck = () => stream.next().value
          const history: { rounds: Round[]; bought: Bought[] } = { rounds: [], bought: [] }
          const times = new Set<number>()
          let now = START
          const round = async (told: Told[], kill: number | null) => {
            while (times.has(Math.floor(+now / SECOND))) now = addMilliseconds(now, SECOND)
            times.add(Math.floor(+now / SECOND))
            await world.tell(told, now)
            const errors = await world.round(now, kill, luck)
            if (kill === null) expect(errors).toEqual([])
            failed += errors.length
            kills += Number(kill !== null)
            history.rounds.push({ now, whole: kill === null, told })
          }
          for (const [i, one] of drawn.entries()) {
            now = new Date(Math.max(+START, +addMilliseconds(now, one.step)))
            const told = one.happening.flatMap(({ ago, again, ...what }, no): Told[] => {
              const at = subMinutes(now, ago)
              if (at < START) return []
              const event = { ...what, id: `${i} ${no}`, at }
              return again ? [event, event] : [event]
            })
            if (one.buys) {
              await world.buy(one.buys, now)
              history.bought.push({ person: one.buys, at: now })
            }
            // What happens between a clock put back and its next jump is known only if somebody looks in between.
            await round(told, one.step < 0 ? null : one.kill)
          }
          // Nothing more happens, nobody is killed: whoever can go on does.
          for (let day = 0; day < 8; day++) {
            now = addDays(now, 1)
            let left = SETTLING
            do await round([], null)
            while ((await world.anybodyDue(now)) && left--)
            expect(left).toBeGreaterThanOrEqual(0)
          }
          const record = await recordOf(world.db, campaign, world.things)
          new CampaignChecks(campaign, plan, record, history).all()
          walked += record.enrollments.reduce((sum, { moves }) => sum + moves, 0)
        }
      ),
      { seed: SEED, numRuns: RUNS, endOnFailure: true }
    )
    process.stdout.write(`${walked} steps walked, ${kills} kills, ${failed} rounds cut off\n`)
  })
})
