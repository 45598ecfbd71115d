import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122000101 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table engage_sandbox_mail add column card jsonb;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table engage_sandbox_mail drop column if exists card;`)
  }
}
