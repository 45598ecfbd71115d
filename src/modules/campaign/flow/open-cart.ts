import { MedusaError } from "@medusajs/framework/utils"
import { type Db, queryOne } from "../../../lib/db"
import { publicIds } from "../../../lib/public-id"
import { OPEN_CART } from "../sql/recheck"
import { CART } from "./steps/message-facts"

/** Id of the cart that a message leads back to. @throws MedusaError `not_found` when it was ordered or is gone */
export async function openCart(db: Db, token: string): Promise<string> {
  const enrollment = (await publicIds(db)).openOne(CART, token, "Cart")
  const cart = await queryOne<{ id: string }>(db, OPEN_CART, { enrollment })
  if (cart) return cart.id
  throw new MedusaError(MedusaError.Types.NOT_FOUND, "This cart is not open any more")
}
