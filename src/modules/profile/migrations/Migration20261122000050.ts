import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What people are interested in, and who waits for it to be computed again. */
export class Migration20261122000050 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table engage_interest (
        profile_id bigint not null,
        kind text not null,
        ref text not null,
        score float8 not null,
        before float8 not null,
        share real not null,
        rank smallint not null,
        at timestamptz not null,
        last_at timestamptz not null,
        last_signal text not null,
        primary key (profile_id, kind, ref)
      ) with (fillfactor = 85);
      create index engage_interest_ref on engage_interest (kind, ref);

      create table engage_interest_dirty (profile_id bigint primary key);
      insert into engage_interest_dirty
      select profile_id from engage_purchase
      union
      select profile_id from engage_event where profile_id is not null and name like 'Product %';

      create table engage_interest_total (
        kind text not null,
        ref text not null,
        people integer not null,
        top integer not null,
        rising integer not null,
        falling integer not null,
        score float8 not null,
        last_at timestamptz not null,
        primary key (kind, ref)
      );
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop table if exists engage_interest_total, engage_interest_dirty, engage_interest cascade;
    `)
  }
}
