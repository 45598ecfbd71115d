import type { Logger } from "@medusajs/framework/types"
import type { Db } from "../../../lib/db"
import { SmallServer } from "../../../lib/small-server"
import { answer } from "./answer"

type CollectorInput = { db: Db; port: number; host: string; logger: Pick<Logger, "error" | "info"> }

/** A second address for events of the shop's own servers: a request costs its JSON and its share of a commit. */
export function createCollector({ db, ...where }: CollectorInput): SmallServer {
  return new SmallServer({
    ...where,
    option: "collector.port",
    purpose: "taking events of servers",
    answer: (req) => answer(db, req),
  })
}
