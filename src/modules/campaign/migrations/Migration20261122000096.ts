import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122000096 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table engage_campaign add column if not exists live_since timestamptz;
      update engage_campaign set live_since = published_at where live_since is null;
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table engage_campaign drop column if exists live_since;`)
  }
}
