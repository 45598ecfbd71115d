import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { profileOfCustomer, readProfile } from "../../../../modules/profile/read/detail"
import { updateProfileWorkflow } from "../../../../workflows/profile/workflows/update-profile"
import { engageContext, type EngageContext } from "../../../context"
import type { UpdateOwnProfile } from "../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const context = await engageContext(req)
  const number = await ownNumber(context, req.auth_context.actor_id)
  res.json({ profile: await ownProfile(context, number) })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<UpdateOwnProfile>,
  res: MedusaResponse
) => {
  const context = await engageContext(req)
  const profileId = await ownNumber(context, req.auth_context.actor_id)
  await updateProfileWorkflow(req.scope).run({
    input: { ...req.validatedBody, profileId, source: "form", actor: req.auth_context.actor_id },
  })
  res.json({ profile: await ownProfile(context, profileId) })
}

async function ownNumber({ db }: EngageContext, customer: string): Promise<number> {
  const number = await profileOfCustomer(db, customer)
  if (number === undefined) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "The customer has not been read in yet; try again in a minute"
    )
  }
  return number
}

/** What a person may see of themselves: what they can change, and how complete it is. */
async function ownProfile(context: EngageContext, number: number) {
  const profile = await readProfile(context.db, number, context)
  if (!profile) throw new MedusaError(MedusaError.Types.NOT_FOUND, "The profile was removed")
  const { first_name, last_name, email, phone, gender, birthday, age, language } = profile
  const { city, postal_code, country, completeness, fields } = profile
  return {
    ...{ first_name, last_name, email, phone, gender, birthday, age, language },
    ...{ city, postal_code, country, completeness },
    fields: fields.map(({ key, label, type, options, value }) => ({
      key,
      label,
      type,
      options,
      value,
    })),
  }
}
