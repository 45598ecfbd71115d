import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** How often a draft was changed, so that nobody writes over what they have not seen. */
export class Migration20261124200000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table engage_campaign add column revision integer not null default 0;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table engage_campaign drop column revision;`)
  }
}
