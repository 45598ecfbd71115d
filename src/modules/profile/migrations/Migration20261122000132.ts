import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122000132 extends Migration {
  override async up(): Promise<void> {
    // Browsers, apps and chats that take messages for somebody; of a visitor as long as nobody knows who that is.
    this.addSql(`
      create table engage_endpoint (
        id bigint generated always as identity primary key,
        channel text not null,
        provider text not null,
        address text not null,
        keys jsonb,
        profile_id bigint,
        visitor text,
        device text,
        created_at timestamptz not null,
        seen_at timestamptz not null,
        unique (channel, address)
      );
      create index engage_endpoint_profile on engage_endpoint (profile_id, channel) where profile_id is not null;
      create index engage_endpoint_visitor on engage_endpoint (visitor) where profile_id is null and visitor is not null;
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists engage_endpoint;`)
  }
}
