import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** How often people want to hear about a topic; who has no row here gets every message. */
export class Migration20261123831000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table engage_frequency (
        profile_id bigint not null,
        channel text not null,
        topic text not null,
        frequency text not null check (frequency in ('weekly', 'monthly')),
        since timestamptz not null,
        method text not null,
        actor text,
        primary key (profile_id, channel, topic)
      );
      create index on engage_frequency (channel, topic);
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists engage_frequency;`)
  }
}
