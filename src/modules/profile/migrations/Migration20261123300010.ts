import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261123300010 extends Migration {
  override async up(): Promise<void> {
    // Offered nowhere any more; what people said about it stays.
    this.addSql(`alter table engage_topic add column archived_at timestamptz;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table engage_topic drop column if exists archived_at;`)
  }
}
