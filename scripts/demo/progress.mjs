/** The demo's lines on the terminal, each with the seconds since the start. */
const started = Date.now()

/**
 * Prints one line of progress.
 * @param {string} text
 */
export function say(text) {
  const seconds = Math.round((Date.now() - started) / 1000)
  console.log(`${String(seconds).padStart(4)} s  ${text}`)
}

/**
 * Prints that a step begins, and how long it took if that was over two seconds.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>} what the work returns
 */
export async function step(name, work) {
  const begun = Date.now()
  say(`${name} …`)
  const result = await work()
  const seconds = (Date.now() - begun) / 1000
  if (seconds > 2) {
    say(`${name}: done in ${seconds.toFixed(0)} s`)
  }
  return result
}
