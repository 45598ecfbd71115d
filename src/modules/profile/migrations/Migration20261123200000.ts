import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261123200000 extends Migration {
  override async up(): Promise<void> {
    // Each tag once, however its letters are cased; it is written as it was first.
    this.addSql(`
      create table engage_tag (
        id int generated always as identity primary key,
        folded text not null unique,
        name text not null unique,
        created_at timestamptz not null
      );
      create table engage_profile_tag (
        profile_id bigint not null,
        tag text not null references engage_tag (name),
        added_at timestamptz not null,
        source text not null,
        actor text,
        primary key (profile_id, tag)
      );
      create index engage_profile_tag_tag on engage_profile_tag (tag, profile_id);
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists engage_profile_tag, engage_tag;`)
  }
}
