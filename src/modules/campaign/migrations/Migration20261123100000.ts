import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261123100000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table engage_campaign add column stage text;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table engage_campaign drop column if exists stage;`)
  }
}
