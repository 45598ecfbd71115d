import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122000150 extends Migration {
  override async up(): Promise<void> {
    // What happened and leaves no row of its own elsewhere, written with it while somebody outside wants to hear of it.
    this.addSql(`
      create table engage_news (
        id bigint generated always as identity primary key,
        kind text not null,
        at timestamptz not null,
        data jsonb not null
      );
      create table engage_news_wanted (
        follower text not null,
        kind text not null,
        primary key (follower, kind)
      );
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists engage_news_wanted, engage_news;`)
  }
}
