import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261123800000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table engage_segment add column counted_at timestamptz`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table engage_segment drop column counted_at`)
  }
}
