/** Makes dear calls wait for each other, so that one page does not take the shop's whole database. */
export function oneAtATime(): <Result>(call: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  return (call) => {
    const mine = last.then(call)
    last = mine.catch(() => undefined)
    return mine
  }
}
