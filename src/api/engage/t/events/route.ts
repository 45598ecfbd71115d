import type {
  AuthenticatedMedusaRequest,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { PROFILE_MODULE } from "../../../../modules/profile"
import type ProfileModuleService from "../../../../modules/profile/service"
import { track } from "../../../../modules/profile/events/track"
import { TrackerRequest } from "../../../../modules/profile/events/tracker-request"
import { isPublishableKey } from "../../../../modules/profile/shop/publishable-keys"

/** A browser asks first when the request carries a login; the answer's headers are set before. */
export const OPTIONS = async (_req: MedusaRequest, res: MedusaResponse) => {
  res.status(204).end()
}

/** Answers after the commit, and tells nothing of what is stored. */
export const POST = async (
  req: MedusaRequest & Partial<AuthenticatedMedusaRequest>,
  res: MedusaResponse
) => {
  const { db, options } = req.scope.resolve<ProfileModuleService>(PROFILE_MODULE)
  const now = new Date()
  const request = parse(req.body)
  if (!(await isPublishableKey(db, request.key, now))) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "key: not a publishable API key of this shop; see Settings → Publishable API keys"
    )
  }
  const outcome = await track(
    db,
    options,
    request,
    { userAgent: req.get("user-agent") ?? "", customerId: req.auth_context?.actor_id },
    now
  )
  res.json(outcome)
}

/** The body is JSON sent as plain text, which spares the browser a question beforehand. */
function parse(body: unknown): TrackerRequest {
  const result = TrackerRequest.safeParse(typeof body === "string" ? fromJson(body) : body)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `${issue.path.join(".") || "body"}: ${issue.message}`
  )
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
