import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122000170 extends Migration {
  override async up(): Promise<void> {
    // In the order the metrics read them: each person's latest purchase first, so that nothing has to be sorted.
    this.addSql(`
      drop index if exists engage_purchase_profile;
      create index engage_purchase_profile on engage_purchase (profile_id, placed_at desc, id desc);
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop index if exists engage_purchase_profile;
      create index engage_purchase_profile on engage_purchase (profile_id, placed_at);
    `)
  }
}
