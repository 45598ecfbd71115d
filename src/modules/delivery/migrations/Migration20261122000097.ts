import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122000097 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table engage_run_version drop column if exists changed;`)
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table engage_run_version add column if not exists changed text[] not null default '{}';`
    )
  }
}
