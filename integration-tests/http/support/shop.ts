import type { IOrderModuleService, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { Db } from "../../../src/lib/db"
import { PROFILE_MODULE } from "../../../src/modules/profile"
import type ProfileModuleService from "../../../src/modules/profile/service"

export type Line = { title: string; quantity: number; unit_price: number; product_id?: string }

/** A shop whose facts are made by Medusa's own modules. */
export class TestShop {
  constructor(readonly container: MedusaContainer) {}

  get profiles(): ProfileModuleService {
    return this.container.resolve<ProfileModuleService>(PROFILE_MODULE)
  }

  get db(): Db {
    return this.profiles.db
  }

  get orders(): IOrderModuleService {
    return this.container.resolve(Modules.ORDER)
  }

  get customers() {
    return this.container.resolve(Modules.CUSTOMER)
  }

  async customer(email: string, data: Record<string, unknown> = {}): Promise<string> {
    const customer = await this.customers.createCustomers({ email, has_account: true, ...data })
    return customer.id
  }

  /** An order of some lines, placed `daysAgo` days before now. */
  async order(input: {
    customer?: string
    email: string
    lines: Line[]
    daysAgo?: number
    currency?: string
  }): Promise<string> {
    const order = await this.orders.createOrders({
      currency_code: input.currency ?? "eur",
      email: input.email,
      customer_id: input.customer,
      items: input.lines,
      status: "pending",
    } as never)
    const id = (order as unknown as { id: string }).id
    if (input.daysAgo) {
      await this.db.raw(
        `update "order" set created_at = now() - make_interval(days => ?) where id = ?`,
        [input.daysAgo, id]
      )
    }
    return id
  }

  /** Reads everything that changed, as the loop does. */
  async sync(): Promise<void> {
    await this.profiles.syncNow(60_000)
  }

  async rows<T>(sql: string, params: unknown[] = []): Promise<T[]> {
    return (await this.db.raw(sql, params as never)).rows
  }

  async row<T>(sql: string, params: unknown[] = []): Promise<T> {
    return (await this.rows<T>(sql, params))[0]
  }
}
