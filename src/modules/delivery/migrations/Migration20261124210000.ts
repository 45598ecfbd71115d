import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { monthPartitionsSql } from "../../../lib/partitions"

export class Migration20261124210000 extends Migration {
  override async up(): Promise<void> {
    // What each message said of its person. Only ever added to, and dropped by the month.
    this.addSql(`
      create table engage_message_copy (
        run_id bigint not null,
        profile_id bigint not null,
        pass bigint not null,
        at timestamptz not null default clock_timestamp(),
        person jsonb not null,
        facts jsonb
      ) partition by range (at);
      create table engage_message_copy_default partition of engage_message_copy default;
      create index engage_message_copy_message on engage_message_copy (profile_id, run_id, pass);
    `)
    const now = new Date()
    this.addSql(monthPartitionsSql("engage_message_copy", now, now))
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists engage_message_copy;`)
  }
}
