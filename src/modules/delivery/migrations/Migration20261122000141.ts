import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122000141 extends Migration {
  override async up(): Promise<void> {
    // What a message can say beside its person: only of messages that do.
    this.addSql(`
      create table engage_message_facts (
        run_id bigint not null,
        profile_id bigint not null,
        pass integer not null,
        facts jsonb not null,
        primary key (run_id, profile_id, pass)
      );
      create index engage_message_facts_profile on engage_message_facts (profile_id);
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists engage_message_facts;`)
  }
}
