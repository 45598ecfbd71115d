import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Broadcasts and campaigns lie in folders. */
export class Migration20261123500010 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table engage_broadcast add column folder text not null default '';
      alter table engage_campaign add column folder text not null default '';
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      alter table engage_broadcast drop column if exists folder;
      alter table engage_campaign drop column if exists folder;
    `)
  }
}
