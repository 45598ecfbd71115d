import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Templates lie in folders and can be put away. */
export class Migration20261123500000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table engage_template
        add column folder text not null default '',
        add column archived_at timestamptz;
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      alter table engage_template drop column if exists folder, drop column if exists archived_at;
    `)
  }
}
