import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122000178 extends Migration {
  override async up(): Promise<void> {
    // How reading the mailbox of bounces went the last time; the error is null when it went well.
    this.addSql(`
      alter table engage_provider_report
        add column mailbox_read_at timestamptz,
        add column mailbox_error text;
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      alter table engage_provider_report
        drop column if exists mailbox_read_at, drop column if exists mailbox_error;
    `)
  }
}
