import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { monthPartitionsSql } from "../../../lib/partitions"

export class Migration20261122000003 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table engage_segment (
        id text primary key,
        no integer generated always as identity unique,
        name text not null,
        description text not null default '',
        rules jsonb not null,
        profiles integer,
        reachable_email integer,
        orders bigint,
        revenue bigint,
        evaluated_at timestamptz,
        duration_ms integer,
        error text,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        deleted_at timestamptz
      );
      create index engage_segment_updated on engage_segment (updated_at desc) where deleted_at is null;

      create table engage_membership (
        segment_no integer not null,
        profile_id bigint not null,
        entered_at timestamptz not null,
        primary key (segment_no, profile_id)
      ) partition by hash (segment_no);
      create index engage_membership_profile on engage_membership (profile_id);

      create table engage_membership_log (
        segment_no integer not null,
        profile_id bigint not null,
        at timestamptz not null,
        entered boolean not null
      ) partition by range (at);
      create table engage_membership_log_default partition of engage_membership_log default;
      create index engage_membership_log_segment on engage_membership_log (segment_no, at);
      create index engage_membership_log_profile on engage_membership_log (profile_id, at);

      create table engage_segment_history (
        segment_no integer not null,
        at timestamptz not null,
        profiles integer not null,
        entered integer not null,
        left_count integer not null,
        orders bigint not null,
        revenue bigint not null,
        primary key (segment_no, at)
      );
    `)
    for (let part = 0; part < 8; part++) {
      this.addSql(`
        create table engage_membership_${part} partition of engage_membership for values with (modulus 8, remainder ${part});
      `)
    }
    const now = new Date()
    this.addSql(monthPartitionsSql("engage_membership_log", now, now))
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop table if exists engage_segment_history, engage_membership_log, engage_membership, engage_segment cascade;
    `)
  }
}
