import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { tellOf } from "../../../modules/campaign/errand/people"
import type { Errand, Outcome } from "../../../modules/campaign/errand/store"
import { engines } from "../../../modules/content/liquid/engine"
import type { NotifyStep } from "../../../types/campaign-errand"

/** Puts a notification of each person into the feed of the admin; the same errand never a second one. */
export async function notifyStaff(
  container: MedusaContainer,
  errands: Errand<NotifyStep>[]
): Promise<Outcome[]> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const told = await tellOf(db, errands)
  const { text } = engines("UTC")
  const [{ settings }] = errands
  const [title, description] = [text.parse(settings.title), text.parse(settings.text)]
  await container.resolve(Modules.NOTIFICATION).createNotifications(
    errands.flatMap((errand) => {
      const scope = told.get(errand.id)
      if (!scope) return []
      return {
        to: "",
        channel: "feed",
        template: "admin-ui",
        idempotency_key: `engage-errand-${errand.id}`,
        data: {
          title: text.renderSync(title, scope),
          description: text.renderSync(description, scope),
        },
      }
    })
  )
  return errands.map((errand) => ({ errand, facts: {} }))
}
