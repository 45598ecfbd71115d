import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Words by which things are found again, beside their folder. */
export class Migration20261123890030 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table engage_broadcast add column tags text[] not null default '{}';
      alter table engage_campaign add column tags text[] not null default '{}';
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      alter table engage_broadcast drop column if exists tags;
      alter table engage_campaign drop column if exists tags;
    `)
  }
}
