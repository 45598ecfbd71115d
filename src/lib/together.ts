/** SQLSTATE class of a value that Postgres cannot store. */
const DATA_EXCEPTION = /^22/

type Waiting<Item, Result> = {
  item: Item
  done: (result: Result) => void
  failed: (error: unknown) => void
}

type TogetherOptions<Item> = {
  /** Most of what {@link size} counts in one lot; an item that is larger has a lot of its own. */
  most: number
  size: (item: Item) => number
}

/**
 * Does what calls at the same time want together: while one lot is under way, the next one gathers. Whoever is answered
 * knows that it is done, and yet many calls cost one statement.
 */
export class Together<Item, Result> {
  private waiting: Waiting<Item, Result>[] = []
  private running = false

  /** @param work - answers for each of the items, in their order; when it throws, nothing of the lot is done */
  constructor(
    private readonly work: (items: Item[]) => Promise<Result[]>,
    private readonly options: TogetherOptions<Item> = { most: 500, size: () => 1 }
  ) {}

  /** What the work answers for this item. @throws what the work throws */
  do(item: Item): Promise<Result> {
    return new Promise((done, failed) => {
      this.waiting.push({ item, done, failed })
      void this.drain()
    })
  }

  private async drain(): Promise<void> {
    if (this.running) return
    this.running = true
    while (this.waiting.length) await this.finish(this.take())
    this.running = false
  }

  private take(): Waiting<Item, Result>[] {
    const { most, size } = this.options
    let total = 0
    const end = this.waiting.findIndex(({ item }, i) => (total += size(item)) > most && i > 0)
    return this.waiting.splice(0, end < 0 ? this.waiting.length : end)
  }

  /** One value that Postgres refuses must not cost the others: then each stands alone. */
  private async finish(lot: Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.work(lot.map(({ item }) => item))
      lot.forEach(({ done }, i) => done(results[i]))
    } catch (error) {
      const alone = lot.length > 1 && DATA_EXCEPTION.test((error as { code?: string }).code ?? "")
      if (alone) for (const one of lot) await this.finish([one])
      else for (const { failed } of lot) failed(error)
    }
  }
}

/** The one of its kind for each owner, made when it is first asked for. */
export function onePer<Owner extends object, Made>(make: (owner: Owner) => Made) {
  const made = new WeakMap<Owner, Made>()
  return (owner: Owner): Made => {
    let one = made.get(owner)
    if (one === undefined) made.set(owner, (one = make(owner)))
    return one
  }
}
