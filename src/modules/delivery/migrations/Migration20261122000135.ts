import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122000135 extends Migration {
  override async up(): Promise<void> {
    // The numbers at which a broadcast was stopped by itself; who lets it go on has seen them.
    this.addSql(`alter table engage_run add column braked jsonb;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table engage_run drop column if exists braked;`)
  }
}
