import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122000098 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table engage_broadcast drop column if exists folder;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table engage_broadcast add column if not exists folder text;`)
  }
}
