import type { CampaignPlan, CampaignStep } from "../../../src/types/campaign-plan"
import { shareOf } from "../../../src/modules/campaign/flow/split"
import { ENTRANCE } from "../../../src/modules/campaign/flow/due"
import { moment } from "../../../src/modules/campaign/flow/steps/wait-date"
import { dueAt } from "../../../src/modules/campaign/flow/timing"
import { wallTime } from "../../../src/lib/zoned-time"
import type { Enrollment, WalkRecord } from "./campaign-record"
import { PERSONS, type Told, ZONE } from "./campaign-world"

/** A round: its time, whether nobody was killed in it, and what was told before it. */
export type Round = { now: Date; whole: boolean; told: Told[] }
export type Bought = { person: number; at: Date }
export type History = { rounds: Round[]; bought: Bought[] }

const second = (at: Date) => Math.floor(at.getTime() / 1_000)
const key = (...parts: unknown[]) => parts.join(" ")

/** Counts things by what they are called. */
function tally(names: string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

/** Everything that must be true of what two workers made of a campaign and a history. */
export class CampaignChecks {
  private readonly roundAt: Map<number, number>

  constructor(
    private readonly campaign: string,
    private readonly plan: CampaignPlan,
    private readonly record: WalkRecord,
    private readonly history: History
  ) {
    this.roundAt = new Map(history.rounds.map(({ now }, i) => [second(now), i]))
  }

  all(): void {
    this.everybodyCameInOnce()
    for (const one of this.record.enrollments) {
      this.wentTheDrawnWay(one)
      this.leftForAReason(one)
      this.missedNothing(one)
    }
    this.countsAgree()
    this.limitsHold()
  }

  /** For each thing that lets people in one enrollment, however often it was told. */
  private everybodyCameInOnce(): void {
    const last = this.history.rounds[this.history.rounds.length - 1].now
    const told = this.history.rounds.flatMap((round) => round.told)
    const wanted = new Set(
      told.filter(({ name, at }) => name === "start" && at <= last).map(({ id }) => id)
    )
    const found = this.record.enrollments.map(({ context }) => context.object)
    expect([...found].sort()).toEqual([...wanted].sort())
  }

  private wentTheDrawnWay({ id, person, path, step, moves, reason, ended_at }: Enrollment): void {
    const { graph } = this.plan
    const lives = PERSONS[person - 1].zone
    const before = path[0][1] === "left" && (reason === "goal" || reason === "ordered")
    expect(path[0].slice(0, 2)).toEqual([ENTRANCE, before ? "left" : "in"])
    if (before) return
    expect(moves).toBe(path.length - (reason === "goal" ? 1 : 0))
    let next: string | null = graph.first
    path.slice(1).forEach(([at, way, when], i) => {
      expect([id, at]).toEqual([id, next])
      const done: CampaignStep = graph.steps[at]
      const came = new Date(path[i][2] * 1_000)
      if (way === "left") {
        expect(i).toBe(path.length - 2)
        expect(["ordered", "goal"]).toContain(reason)
        return
      }
      this.tookTheRightWay(id, done, at, way, person)
      const early = !["a", "b"].includes(way) || done.type !== "wait_event"
      if (early) expect(when).toBeGreaterThanOrEqual(second(dueAt(done, came, lives)))
      if (way === "reached" && done.type === "wait_date") {
        const day = moment(PERSONS[person - 1].wedding!, done.offset, done.time, lives)
        expect(when).toBeGreaterThanOrEqual(second(day))
      }
      next = (done.next as Record<string, string | null>)[way] ?? null
    })
    if (ended_at === null) expect([id, step]).toEqual([id, next])
    else expect(step).toBeNull()
    const [last, way] = path[path.length - 1]
    if (reason === "finished") expect([id, next]).toEqual([id, null])
    if (way === "out") expect(reason).toBe((graph.steps[last] as { reason?: string }).reason)
  }

  private tookTheRightWay(
    id: number,
    step: CampaignStep,
    at: string,
    way: string,
    person: number
  ): void {
    const { orders, subscribed, wedding } = PERSONS[person - 1]
    const { total = 0 } = this.record.enrollments.find((one) => one.id === id)!.context
    const yes = (is: boolean) => (is ? "yes" : "no")
    const right: Partial<Record<CampaignStep["type"], string>> = {
      filter: yes(orders >= 2 || total >= 10),
      refresh: yes(orders >= 2 || total >= 10),
      branches: orders >= 2 ? "a" : orders >= 1 ? "b" : "else",
      email: subscribed ? "sent" : "not_sent",
      in_app: "sent",
      wait_date: wedding ? "reached" : "no_date",
      ...(step.type === "split" && {
        split: shareOf(`${this.campaign} ${at}`, person, step.shares),
      }),
    }
    expect([id, at, step.type, way]).toEqual([id, at, step.type, right[step.type] ?? way])
  }

  /** Whoever is out has left for what was so; whoever is in has nothing to do now. */
  private leftForAReason(one: Enrollment): void {
    const { id, person, entered_at, ended_at, due_at, reason } = one
    const now = this.history.rounds[this.history.rounds.length - 1].now
    if (ended_at === null) {
      const errand = this.record.errands.some((e) => e.enrollment === id && e.way === null)
      expect([id, due_at !== null ? due_at > now : errand]).toEqual([id, true])
      return
    }
    expect(["finished", "enough", "ordered", "goal"]).toContain(reason)
    const last = one.path[one.path.length - 1][2]
    if (reason === "goal")
      expect(this.happened(person, "goal", entered_at, last).length).toBeGreaterThan(0)
    if (reason === "ordered")
      expect(this.history.bought.some((b) => b.person === person && b.at > entered_at)).toBe(true)
  }

  /** A goal ends the way in the first whole round after it; what is waited for does not time out. */
  private missedNothing({ id, person, entered_at, path, ended_at }: Enrollment): void {
    const roundOf = (i: number) => this.roundAt.get(path[i][2])!
    const last = ended_at === null ? Infinity : roundOf(path.length - 1)
    const goals = this.plan.goal ? this.seenAfter(person, "goal", roundOf(0), entered_at) : []
    for (const seen of goals)
      expect([id, "out by round", Math.min(last, seen)]).toEqual([id, "out by round", last])
    path.forEach(([at, way], i) => {
      const step = this.plan.graph.steps[at]
      if (step?.type !== "wait_event" || i === 0) return
      const came = new Date(path[i - 1][2] * 1_000)
      if (way === "a" || way === "b") {
        const name = way === "a" ? "tick" : "tock"
        const found = this.happened(person, name, new Date(came.getTime() - 1), path[i][2])
        expect([id, at, way, found.length > 0]).toEqual([id, at, way, true])
      } else if (way === "timeout") {
        const seen = ["tick", "tock"].flatMap((name) =>
          this.seenAfter(person, name, roundOf(i - 1) + 1, came)
        )
        expect([id, at, seen.filter((round) => round <= roundOf(i))]).toEqual([id, at, []])
      }
    })
  }

  private happened(person: number, name: string, after: Date, until: number): Told[] {
    return this.history.rounds
      .flatMap(({ told }) => told)
      .filter(
        (e) => e.person === person && e.name === name && e.at > after && second(e.at) <= until
      )
  }

  /** The whole rounds that had to see what happened to somebody after a time and was told in a round or later. */
  private seenAfter(person: number, name: string, round: number, after: Date): number[] {
    return this.history.rounds.flatMap(({ told }, toldAt) =>
      told
        .filter((e) => toldAt >= round && e.person === person && e.name === name && e.at > after)
        .flatMap(({ at }) => {
          const seen = this.history.rounds.findIndex(
            ({ now, whole }, i) => i >= toldAt && whole && at <= now
          )
          return seen < 0 ? [] : [seen]
        })
    )
  }

  /** Passes, messages, errands, members and fields are those of the ways that people went, and no others. */
  private countsAgree(): void {
    const { enrollments, passes, messages, errands, members, scored } = this.record
    const done = enrollments.flatMap(({ id, person, path }) =>
      path.map(([step, way], moves) => ({ id, person, step, way, moves }))
    )
    const went = done.filter(({ way }) => way !== "left")
    const counted = passes.filter(({ way }) => way !== "left")
    expect(Object.fromEntries(counted.map((p) => [key(p.step, p.way), p.people]))).toEqual(
      tally(went.map(({ step, way }) => key(step, way)))
    )
    const ofType = (...types: CampaignStep["type"][]) =>
      went.filter(({ step }) => types.includes(this.plan.graph.steps[step]?.type))
    const sent = messages.flatMap((m) => [
      [key(m.step, m.person, "sent"), m.sent] as const,
      [key(m.step, m.person, "not_sent"), m.not_sent] as const,
    ])
    expect(Object.fromEntries(sent.filter(([, n]) => n > 0))).toEqual(
      tally(ofType("email", "in_app").map(({ step, person, way }) => key(step, person, way)))
    )
    const ended = errands.filter(({ way }) => way !== null)
    const waiting = enrollments.flatMap(({ id, found, moves, step }) =>
      found && this.plan.graph.steps[step!]?.type === "webhook" ? [key(id, moves, found)] : []
    )
    const asked = ofType("webhook").map(({ id, moves, way }) => key(id, moves, way))
    const unused = (name: string) => !asked.includes(name) && !waiting.includes(name)
    const answered = ended.map((e) => key(e.enrollment, e.moves, e.way))
    expect(asked.filter((name) => !answered.includes(name))).toEqual([])
    expect(answered.filter(unused).filter((name) => !this.leftAt(name))).toEqual([])
    const people = (of: typeof went) => [...new Set(of.map(({ person }) => person))]
    const byNumber = (a: number, b: number) => a - b
    expect(members).toEqual(people(ofType("audience")).sort(byNumber))
    expect(scored).toEqual(people(ofType("field")).sort(byNumber))
  }

  /** An errand whose person has left the campaign at its step. */
  private leftAt(errand: string): boolean {
    const [id, moves] = errand.split(" ").map(Number)
    return this.record.enrollments.find((one) => one.id === id)?.path[moves]?.[1] === "left"
  }

  private limitsHold(): void {
    const went = this.record.enrollments.flatMap(({ path }) => path)
    for (const [id, step] of Object.entries(this.plan.graph.steps)) {
      if (step.type !== "limit") continue
      const on = went.filter(([at, way]) => at === id && way === "in")
      const days = tally(
        on.map(([, , when]) => wallTime(new Date(when * 1_000), ZONE).slice(0, 10))
      )
      expect(on.length).toBeLessThanOrEqual(step.total ?? Infinity)
      for (const n of Object.values(days)) expect(n).toBeLessThanOrEqual(step.per_day ?? Infinity)
    }
  }
}
