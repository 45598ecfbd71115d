import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { confirmOptIn, openOptIn, type OptIn } from "../../../../modules/profile/consent/opt-in"
import { updateProfileWorkflow } from "../../../../workflows/profile/workflows/update-profile"
import { engageContext } from "../../../context"
import { escapeHtml } from "../../../../lib/page"
import { sendPage, sendUnknownLink } from "../../pages/layout"
import { proofIp } from "../../../proof-ip"

/** Link scanners open every link of a message: a GET only asks. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const request = await openOptIn(db, req.params.token)
  if (!request) return sendUnknownLink(res)
  const { options, now } = await engageContext(req)
  if (request.confirmed_at) return sendDone(res, options.sender.name)
  if (request.expires_at <= now) return sendLate(res)
  sendPage(res, {
    title: "Confirm your subscription",
    body: `<p>${escapeHtml(options.sender.name)} will send e-mail to ${escapeHtml(request.email)}.</p>
      <form method="post"><button>Yes, send me e-mail</button></form>
      <footer>You can unsubscribe at any time by a link in every mail.</footer>`,
  })
}

/** The press of the button is the consent. */
export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const { db, options, now } = await engageContext(req)
  const request = await openOptIn(db, req.params.token)
  if (!request) return sendUnknownLink(res)
  const first = await confirmOptIn(db, request, { ip: proofIp(req), now })
  if (!first && !request.confirmed_at) return sendLate(res)
  if (first) await saveAnswers(req, request)
  sendDone(res, options.sender.name)
}

/** What the form said of the person counts now that the address is proven to be theirs. */
async function saveAnswers(req: MedusaRequest, { profile_id, data }: OptIn): Promise<void> {
  if (!Object.keys({ ...data.attributes, ...data.fields }).length) return
  await updateProfileWorkflow(req.scope).run({
    input: { ...data, profileId: profile_id, source: "form" },
  })
}

function sendDone(res: MedusaResponse, shop: string): void {
  sendPage(res, {
    title: "You are subscribed",
    body: `<p>Thank you. ${escapeHtml(shop)} will write to you.</p>`,
  })
}

function sendLate(res: MedusaResponse): void {
  sendPage(res, {
    status: 410,
    title: "This link has expired",
    body: "<p>It worked for seven days. Please sign up once more in the shop.</p>",
  })
}
