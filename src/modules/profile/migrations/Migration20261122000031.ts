import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** How an order was paid, sent and discounted, for rules that ask for it. Orders read before are read again. */
export class Migration20261122000031 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table engage_purchase
        add column if not exists payment_providers text[],
        add column if not exists shipping_methods text[],
        add column if not exists promotions text[];
      update engage_watermark
      set high_at = '-infinity', cursor_at = null, cursor_id = null, passed_at = null
      where source = 'order';
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      alter table engage_purchase drop column if exists payment_providers, drop column if exists shipping_methods,
        drop column if exists promotions;
    `)
  }
}
