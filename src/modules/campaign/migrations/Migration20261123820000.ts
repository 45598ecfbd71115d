import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** People kept out of a campaign to compare with are counted apart from those who came in. */
export class Migration20261123820000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create index engage_enrollment_held_out on engage_enrollment (campaign_id, id) where reason = 'held_out';`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists engage_enrollment_held_out;`)
  }
}
