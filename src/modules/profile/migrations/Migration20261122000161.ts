import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122000161 extends Migration {
  override async up(): Promise<void> {
    // Triggers look at the last quarter of an hour; what comes in later than that is found by this, and is rare.
    this.addSql(`
      create index engage_event_late on engage_event (name, received_at)
        where received_at - at > interval '15 minutes';
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists engage_event_late;`)
  }
}
