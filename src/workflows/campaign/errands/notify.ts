import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { tellOf } from "../../../modules/campaign/errand/people"
import { notifiesBy } from "../../../modules/campaign/errand/notifies-by"
import type { Errand, Outcome } from "../../../modules/campaign/errand/store"
import { engines } from "../../../modules/content/liquid/engine"
import { toFeed, toStaff } from "../../staff/notifications"
import type { NotifyStep } from "../../../types/campaign-errand"

/**
 * Puts a notification of each person into the feed of the admin, and mails it to the staff who are named if the shop has
 * a notification service for e-mail. The same errand never does so a second time.
 */
export async function notifyStaff(
  container: MedusaContainer,
  errands: Errand<NotifyStep>[]
): Promise<Outcome[]> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const told = await tellOf(db, errands)
  const { text } = engines("UTC")
  const [{ settings }] = errands
  const [title, description] = [text.parse(settings.title), text.parse(settings.text)]
  const emails = (await notifiesBy(db, "email")) ? (settings.emails ?? []) : []
  await container.resolve(Modules.NOTIFICATION).createNotifications(
    errands.flatMap((errand) => {
      const scope = told.get(errand.id)
      if (!scope) return []
      const data = {
        title: text.renderSync(title, scope),
        description: text.renderSync(description, scope),
      }
      const key = `engage-errand-${errand.id}`
      return [toFeed(key, data), ...emails.map((to) => toStaff(to, key, data))]
    })
  )
  return errands.map((errand) => ({ errand, facts: {} }))
}
