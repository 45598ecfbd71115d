import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The same message in other languages: as it is written, and as it is frozen. */
export class Migration20261123000200 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table engage_template add column languages jsonb not null default '[]';
      alter table engage_content add column languages jsonb not null default '{}';
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      alter table engage_template drop column if exists languages;
      alter table engage_content drop column if exists languages;
    `)
  }
}
