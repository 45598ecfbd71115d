import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122000102 extends Migration {
  override async up(): Promise<void> {
    // Messages that wait in the storefront until the person comes, as they were made for them.
    this.addSql(`
      create table engage_in_app_message (
        run_id bigint not null,
        profile_id bigint not null,
        pass bigint not null default 0,
        at timestamptz not null,
        expires_at timestamptz not null,
        title text not null,
        text text not null,
        card jsonb not null,
        seen_at timestamptz,
        ended_at timestamptz,
        primary key (run_id, profile_id, pass)
      );
      create index engage_in_app_message_waiting on engage_in_app_message (profile_id, at) where ended_at is null;
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists engage_in_app_message;`)
  }
}
