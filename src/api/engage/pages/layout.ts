import type { MedusaResponse } from "@medusajs/framework/http"
import { pageAnswer, unknownLink } from "../../../lib/page"
import type { Answer } from "../../../lib/small-server"

/** Sends an answer that does not depend on who serves it. */
export function sendAnswer(res: MedusaResponse, { status, headers = {}, body }: Answer): void {
  res.status(status).set(headers).send(body)
}

/** Answers with a small page that runs no script and is in no search index. `body` is HTML, `title` is text. */
export function sendPage(
  res: MedusaResponse,
  page: { title: string; body: string; status?: number }
): void {
  sendAnswer(res, pageAnswer(page))
}

/** Answers a link that this shop did not make. */
export function sendUnknownLink(res: MedusaResponse): void {
  sendAnswer(res, unknownLink())
}
