import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261123000110 extends Migration {
  override async up(): Promise<void> {
    // Many people are due at one moment: with their ids in the index, the next thousand of them need no sorting.
    this.addSql(`
      drop index if exists engage_enrollment_due;
      create index engage_enrollment_due on engage_enrollment (campaign_id, due_at, id) where ended_at is null;
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop index if exists engage_enrollment_due;
      create index engage_enrollment_due on engage_enrollment (campaign_id, due_at) where ended_at is null;
    `)
  }
}
