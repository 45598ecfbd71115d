import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createApiKeysWorkflow,
  createProductsWorkflow,
  createRegionsWorkflow,
  createSalesChannelsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
} from "@medusajs/medusa/core-flows"

type Api = {
  request: (config: Record<string, unknown>) => Promise<{ status: number; data: any }>
}
export type StoreCart = {
  id: string
  total: number
  item_total: number
  discount_total: number
  promotions: { code: string }[]
}

/** The storefront of a shop with one product for 20 euros that needs no shipping, through Medusa's store API. */
export class TestStore {
  private constructor(
    private readonly api: Api,
    private readonly key: string,
    private readonly region: string,
    readonly product: string,
    readonly variant: string
  ) {}

  static async open(api: Api, container: MedusaContainer): Promise<TestStore> {
    const { result: channels } = await createSalesChannelsWorkflow(container).run({
      input: { salesChannelsData: [{ name: "Web" }] },
    })
    const { result: regions } = await createRegionsWorkflow(container).run({
      input: { regions: [{ name: "Germany", currency_code: "eur", countries: ["de"] }] },
    })
    const { result: keys } = await createApiKeysWorkflow(container).run({
      input: { api_keys: [{ title: "Web", type: "publishable", created_by: "test" }] },
    })
    await linkSalesChannelsToApiKeyWorkflow(container).run({
      input: { id: keys[0].id, add: [channels[0].id] },
    })
    const { result: products } = await createProductsWorkflow(container).run({
      input: {
        products: [
          {
            title: "Mug",
            status: "published",
            options: [{ title: "Size", values: ["One"] }],
            sales_channels: [{ id: channels[0].id }],
            variants: [
              {
                title: "One",
                options: { Size: "One" },
                manage_inventory: false,
                prices: [{ amount: 20, currency_code: "eur" }],
              },
            ],
          },
        ],
      },
    })
    const [{ id, variants }] = products
    return new TestStore(api, keys[0].token, regions[0].id, id, variants[0].id)
  }

  /** A cart with one mug in it. */
  async cart(email: string): Promise<StoreCart> {
    const { cart } = await this.call("/carts", { region_id: this.region, email })
    return (await this.call(`/carts/${cart.id}/line-items`, this.line())).cart
  }

  async apply(cart: StoreCart, code: string): Promise<StoreCart> {
    return (await this.call(`/carts/${cart.id}/promotions`, { promo_codes: [code] })).cart
  }

  async complete(cart: StoreCart): Promise<{ id: string; total: number }> {
    return (await this.call(`/carts/${cart.id}/complete`, {})).order
  }

  /** The cart that a message leads back to. */
  async restored(token: string): Promise<{ status: number; id: string | undefined }> {
    const { status, data } = await this.api.request({
      method: "GET",
      url: `/store/engage/carts/${token}`,
      headers: { "x-publishable-api-key": this.key },
      validateStatus: () => true,
    })
    return { status, id: data.cart?.id }
  }

  private line() {
    return { variant_id: this.variant, quantity: 1 }
  }

  private async call(path: string, body: unknown): Promise<any> {
    const { status, data } = await this.api.request({
      method: "POST",
      url: `/store${path}`,
      data: body,
      headers: { "x-publishable-api-key": this.key },
      validateStatus: () => true,
    })
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(data)}`)
    return data
  }
}
