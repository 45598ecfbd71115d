import { type Db, execute } from "../../../lib/db"
import { UPSERT_PRODUCTS } from "../shop/products"
import { withPulled } from "./pulled"

/** Brings names and pictures of some Medusa products in line, inside the caller's transaction. */
export async function syncProducts(db: Db, ids: string[]): Promise<void> {
  if (!ids.length) return
  await withPulled(db, ids, [], async () => {
    await execute(db, UPSERT_PRODUCTS)
  })
}
