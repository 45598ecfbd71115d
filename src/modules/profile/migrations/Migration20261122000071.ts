import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122000071 extends Migration {
  override async up(): Promise<void> {
    // What the visitor's browser says, for people of whom nothing tells more.
    this.addSql(`alter table engage_session add column time_zone text`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table engage_session drop column if exists time_zone`)
  }
}
