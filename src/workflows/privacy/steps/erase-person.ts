import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { inTransaction } from "../../../lib/transaction"
import { eraseWays } from "../../../modules/campaign/privacy"
import { eraseMessages } from "../../../modules/delivery/privacy"
import {
  erasePerson,
  holdSubject,
  logPrivacy,
  type Subject,
} from "../../../modules/profile/privacy/erase"
import { forgetKept } from "../../../modules/report/kept"
import { eraseMemberships } from "../../../modules/segment/privacy"
import { eraseUploads } from "../../../modules/transfer/privacy"

type Input = { subject: Subject; actor: string | null; reason: string | null }

/** Erases somebody here, in one transaction. There is no way back: that is the point. */
export const erasePersonStep = createStep(
  "engage-erase-person",
  async ({ subject, actor, reason }: Input, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const now = new Date()
    const rows = await inTransaction(db, async (trx) => {
      await holdSubject(trx, subject)
      const { profiles, emails } = subject
      const erased = {
        ...(await eraseMessages(trx, profiles)),
        ...(await eraseMemberships(trx, profiles)),
        ...(await eraseWays(trx, profiles, now)),
        ...(await eraseUploads(trx, profiles, emails)),
        ...(await erasePerson(trx, subject, now)),
      }
      await forgetKept(trx)
      const [profile] = profiles
      await logPrivacy(trx, { action: "erase", profile, actor, reason, rows: erased, now })
      return erased
    })
    return new StepResponse(rows)
  }
)
