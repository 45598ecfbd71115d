import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { notifiesBy } from "../../../modules/campaign/errand/notifies-by"
import {
  type DigestContext,
  digestSettings,
  markTold,
  untoldDigest,
} from "../../../modules/report/digest/digest"
import { toFeed, toStaff } from "../../staff/notifications"

/** `now` and the shop's zone and currency; a workflow's input is JSON. */
export type TellDigestInput = Omit<DigestContext, "now"> & { now: string }

/** Tells the staff what changed in a week, once; says whether there was something to tell. */
export const tellDigestStep = createStep(
  "engage-tell-digest",
  async ({ now, ...rest }: TellDigestInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const digest = await untoldDigest(db, { now: new Date(now), ...rest })
    if (!digest) return new StepResponse(false)
    const { feed, emails } = await digestSettings(db)
    const mailed = (await notifiesBy(db, "email")) ? emails : []
    const key = `engage-digest-${digest.until}`
    const data = {
      title: "What changed in the last week",
      description: digest.lines.map(({ text }) => text).join("\n"),
    }
    const told = [
      ...(feed ? [toFeed(key, data)] : []),
      ...mailed.map((to) => toStaff(to, key, data)),
    ]
    if (told.length) await container.resolve(Modules.NOTIFICATION).createNotifications(told)
    await markTold(db, digest)
    return new StepResponse(true)
  }
)
