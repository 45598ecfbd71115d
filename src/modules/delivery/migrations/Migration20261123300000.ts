import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261123300000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table engage_sender (
        id text primary key,
        name text not null,
        email text not null,
        reply_to text,
        records jsonb,
        created_at timestamptz not null default now()
      );

      create unique index engage_sender_same on engage_sender (lower(email), lower(name));

      -- Who writes to whom, in the order of the numbers.
      create table engage_sender_rule (
        no integer primary key,
        language text,
        sales_channel_id text,
        sender_id text not null references engage_sender (id) on delete cascade
      );
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists engage_sender_rule, engage_sender;`)
  }
}
