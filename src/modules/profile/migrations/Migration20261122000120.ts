import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122000120 extends Migration {
  override async up(): Promise<void> {
    // A decision on a mistyped address goes with the address when people are merged.
    this.addSql(`
      delete from engage_email_fix x using engage_email_fix y
        where y.address = x.address and (y.at, y.profile_id) > (x.at, x.profile_id);
      alter table engage_email_fix drop constraint engage_email_fix_pkey, add primary key (address);
      create index engage_email_fix_profile on engage_email_fix (profile_id);
      create index engage_duplicate_email on engage_duplicate (a, b) where dismissed_at is null and 'email' = any(reasons);
    `)
    // Events that a shop owner defines by what is clicked on.
    this.addSql(`
      create table engage_click_rule (
        id text primary key,
        name text not null,
        selector text not null,
        page text not null default '',
        keep_text boolean not null default false,
        active boolean not null default true,
        created_at timestamptz not null default now()
      );
    `)
    // Saved views of lists, each of one admin user, for others to see where it is shared.
    this.addSql(`
      create table engage_list_view (
        id text primary key,
        list text not null,
        owner_id text not null,
        name text not null,
        query text not null,
        hidden text[] not null,
        shared boolean not null,
        created_at timestamptz not null default now(),
        unique (list, owner_id, name)
      );
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists engage_click_rule, engage_list_view`)
    this.addSql(`
      drop index if exists engage_duplicate_email, engage_email_fix_profile;
      delete from engage_email_fix x using engage_email_fix y
        where y.profile_id = x.profile_id and (y.at, y.address) > (x.at, x.address);
      alter table engage_email_fix drop constraint engage_email_fix_pkey, add primary key (profile_id);
    `)
  }
}
