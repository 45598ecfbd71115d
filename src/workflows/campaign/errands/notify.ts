import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { tellOf } from "../../../modules/campaign/errand/people"
import { notifiesBy } from "../../../modules/campaign/errand/notifies-by"
import type { Errand, Outcome } from "../../../modules/campaign/errand/store"
import { engines } from "../../../modules/content/liquid/engine"
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
      const feed = { to: "", channel: "feed", template: "admin-ui", idempotency_key: key, data }
      return [feed, ...emails.map((to) => mailTo(to, key, data))]
    })
  )
  return errands.map((errand) => ({ errand, facts: {} }))
}

type Said = { title: string; description: string }

/** Services that have no templates of their own send the content, others have one of this name to fill in. */
function mailTo(to: string, key: string, data: Said) {
  return {
    to,
    channel: "email",
    template: "engage-staff",
    idempotency_key: `${key} ${to}`,
    data,
    content: { subject: data.title, text: data.description },
  }
}
