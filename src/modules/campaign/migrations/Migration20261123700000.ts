import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Since when somebody stays at a step that has sent a message, to see what becomes of it. */
export class Migration20261123700000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table engage_enrollment add column held_since timestamptz;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table engage_enrollment drop column if exists held_since;`)
  }
}
