import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122000060 extends Migration {
  override async up(): Promise<void> {
    // Who asked for what to be done with a person's data; the number is all that is left of an erased one.
    this.addSql(`
      alter table engage_profile add column erased_at timestamptz;
      create table engage_privacy_log (
        id bigint generated always as identity primary key,
        at timestamptz not null,
        action text not null,
        profile_id bigint not null,
        actor text,
        reason text,
        rows jsonb not null default '{}'
      );
      create index engage_privacy_log_profile on engage_privacy_log (profile_id, at);
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop table if exists engage_privacy_log;
      alter table engage_profile drop column if exists erased_at;
    `)
  }
}
