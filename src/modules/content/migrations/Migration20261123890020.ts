import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Words by which things are found again, beside their folder. */
export class Migration20261123890020 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table engage_template add column tags text[] not null default '{}';
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      alter table engage_template drop column if exists tags;
    `)
  }
}
