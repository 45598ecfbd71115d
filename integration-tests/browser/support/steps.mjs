/** Counts and prints named tests outside of jest. */

/**
 * @param {{after?: () => void, onFailure?: (count: number) => Promise<void>}} [hooks] `after` runs at the end of each
 *   passing test and may fail it; `onFailure` gets the number of failures so far
 * @returns {{step: (name: string, work: () => unknown) => Promise<boolean>, fail: (error: Error) => void, finish: () => void}}
 *   `step` runs one test and tells whether it passed; `finish` prints `N passed, N failed` and sets the exit code
 */
export function makeSteps({ after = () => {}, onFailure = async () => {} } = {}) {
  const results = { passed: 0, failed: 0 }

  const fail = (error, name = "set-up") => {
    results.failed++
    console.log(`  ✗ ${name}\n${explain(error)}`)
  }

  const step = async (name, work) => {
    const begun = Date.now()
    try {
      await work()
      after()
      results.passed++
      console.log(`  ✓ ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`)
      return true
    } catch (error) {
      fail(error, name)
      await onFailure(results.failed).catch(() => {})
      return false
    }
  }

  const finish = () => {
    console.log(`${results.passed} passed, ${results.failed} failed`)
    process.exitCode = results.failed ? 1 : 0
  }
  return { step, fail, finish }
}

/** The message, and the line of the test that failed. */
function explain({ message, stack = "" }) {
  const line = /\S*\/(suites\/\S+|run\.mjs):\d+:\d+/.exec(stack)?.[0]
  return [message, line && `at ${line}`].filter(Boolean).join("\n").replace(/^/gm, "      ")
}
