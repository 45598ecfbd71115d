import type { MedusaContainer } from "@medusajs/framework/types"
import { noted } from "../lib/failures"
import { PROFILE_MODULE } from "../modules/profile"
import type ProfileModuleService from "../modules/profile/service"
import { readSettings } from "../modules/profile/sync/settings"
import { tellDigestWorkflow } from "../workflows/digest/workflows/tell-digest"

/** Every hour: tells the staff what changed in the last week, on the morning of the day that they chose. */
export default async function engageDigest(container: MedusaContainer): Promise<void> {
  await noted(container, "digest", async () => {
    const { db, options } = container.resolve<ProfileModuleService>(PROFILE_MODULE)
    if (!options.engines) return
    const { currency } = await readSettings(db, options)
    const input = { now: new Date().toISOString(), zone: options.timeZone, currency }
    await tellDigestWorkflow(container).run({ input })
  })
}

export const config = { name: "engage-digest", schedule: "5 * * * *" }
