/**
 * Counts the tests of a stage from its log: `node .ci/count.mjs <log> <exit code>` prints "<passed> <failed>".
 * Understands jest's summary and a line "N passed, N failed"; a stage that counts none is one test itself.
 */
import fs from "node:fs"

const [log, code] = process.argv.slice(2)
const text = fs.readFileSync(log, "utf8")
const sum = (pattern) =>
  [...text.matchAll(pattern)].reduce((total, match) => total + Number(match[1]), 0)

const passed = sum(/^Tests: .*?(\d+) passed/gm) + sum(/^(\d+) passed, \d+ failed$/gm)
const failed = sum(/^Tests: .*?(\d+) failed/gm) + sum(/^\d+ passed, (\d+) failed$/gm)
const broken = code !== "0" && failed === 0

console.log(broken ? `${passed} 1` : passed + failed === 0 ? "1 0" : `${passed} ${failed}`)
