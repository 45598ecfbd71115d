type Call<Result> = () => Promise<Result>

/**
 * Makes dear calls wait for each other, so that one page does not take the shop's whole database. What nobody wants any more
 * when its turn comes is not called.
 */
export function oneAtATime(): <Result>(signal: AbortSignal, call: Call<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  return (signal, call) => {
    const mine = last.then(() => {
      signal.throwIfAborted()
      return call()
    })
    last = mine.catch(() => undefined)
    return mine
  }
}
