import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122000162 extends Migration {
  override async up(): Promise<void> {
    // Versions never change, so which way of a split has won stands beside them. What came before "began_at" does not count.
    this.addSql(`
      create table engage_split_test (
        campaign_id text not null,
        step text not null,
        began_at timestamptz not null,
        looked_at timestamptz,
        way text,
        decided_at timestamptz,
        decided_by text,
        primary key (campaign_id, step)
      );
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists engage_split_test;`)
  }
}
