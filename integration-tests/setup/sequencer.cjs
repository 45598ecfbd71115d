const Sequencer = require("@jest/test-sequencer").default

/** Small files that take long: begun first, so that no worker is left with one at the end while the other is idle. */
const LONG = [/demo\/seed/, /fault\/kill/, /fault\/campaigns-property/, /segments-property/]

const isLong = ({ path }) => LONG.some((file) => file.test(path))

module.exports = class extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests)
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))]
  }
}
