import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Days on which the messages of a run do not leave, for runs that take longer than was planned. */
export class Migration20261123910010 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table engage_run add column closed_days text[];`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table engage_run drop column if exists closed_days;`)
  }
}
