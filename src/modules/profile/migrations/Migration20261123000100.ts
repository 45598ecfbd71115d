import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261123000100 extends Migration {
  override async up(): Promise<void> {
    // Campaigns ask for what came in since their last look, a second ago.
    this.addSql(`create index engage_event_id on engage_event (id);`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists engage_event_id;`)
  }
}
