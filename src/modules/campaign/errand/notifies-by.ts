import { type Db, queryOne } from "../../../lib/db"
import { NOTIFICATION_SERVICE } from "../../profile/shop/notifications"

/** Whether the shop has a notification service of its own for a channel. */
export async function notifiesBy(db: Db, channel: string): Promise<boolean> {
  return (await queryOne(db, NOTIFICATION_SERVICE, { channel })) !== undefined
}
