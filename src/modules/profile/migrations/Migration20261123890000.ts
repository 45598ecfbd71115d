import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The file that a person or a purchase came in with, for segments of them. */
export class Migration20261123890000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table engage_profile add column import_id text;
      alter table engage_purchase add column import_id text;
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      alter table engage_profile drop column if exists import_id;
      alter table engage_purchase drop column if exists import_id;
    `)
  }
}
