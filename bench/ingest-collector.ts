/** The collector in a process of its own, as in a worker of a shop. Prints its port. */
import { createCollector } from "../src/modules/profile/collector/collector"
import { connect } from "./connect"

const { db } = connect()
const logger = { info: () => undefined, error: console.error }

void createCollector({ db, port: 0, host: "localhost", logger }).start().then(console.log)

// Ends by itself, so that `--cpu-prof` writes its file.
process.on("SIGINT", () => process.exit())
