import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Contact rules for some people only. */
export class Migration20261123810000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table engage_contact_rule
        add column people text not null default 'all', add column segment_ids text[] not null default '{}';
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      alter table engage_contact_rule drop column if exists people, drop column if exists segment_ids;
    `)
  }
}
