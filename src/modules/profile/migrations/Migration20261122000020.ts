import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { monthPartitionsSql } from "../../../lib/partitions"

export class Migration20261122000020 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table engage_profile
        add column merged_into bigint,
        add column custom jsonb,
        add column assigned jsonb,
        add column returned integer not null default 0,
        add column first_order_value bigint,
        add column last_order_value bigint,
        add column largest_order bigint,
        add column median_gap_days real,
        add column orders_365 integer not null default 0,
        add column revenue_365 bigint not null default 0,
        add column alive real,
        add column churn_risk real,
        add column churn_band text,
        add column next_order_at timestamptz,
        add column predicted_orders real,
        add column predicted_value bigint,
        add column cltv_predicted bigint;
      create index engage_profile_merged on engage_profile (merged_into) where merged_into is not null;

      alter table engage_purchase
        add column source text not null default 'shop',
        add column returned integer not null default 0,
        add column source_code text,
        add column utm_source text,
        add column utm_medium text,
        add column utm_campaign text,
        add column device text,
        add column custom jsonb;
      create index engage_purchase_number on engage_purchase (display_id);
      alter table engage_purchase_line add column custom jsonb;
      alter table engage_topic add column private boolean not null default false;
    `)

    // Fields of the shop's own. Their values lie in "custom" (people, purchases, lines) and "assigned" (metrics).
    this.addSql(`
      create table engage_field (
        id text primary key,
        scope text not null,
        key text not null,
        label text not null,
        description text not null default '',
        type text not null,
        options jsonb not null default '[]',
        metadata_key text,
        visible boolean not null default true,
        position integer not null default 0,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        unique (scope, key)
      );
      insert into engage_field (id, scope, key, label, description, type, options, position) values
        ('fld_children', 'profile', 'children', 'Children', 'Ages of the children at home', 'multi_enum',
          '[{"value":"0-2","label":"0 to 2 years"},{"value":"3-6","label":"3 to 6 years"},{"value":"7-12","label":"7 to 12 years"},{"value":"13-17","label":"13 to 17 years"}]', 1),
        ('fld_pets', 'profile', 'pets', 'Pets', 'Animals at home', 'multi_enum',
          '[{"value":"dog","label":"Dog"},{"value":"cat","label":"Cat"},{"value":"bird","label":"Bird"},{"value":"fish","label":"Fish"},{"value":"horse","label":"Horse"},{"value":"other","label":"Other"}]', 2),
        ('fld_preferred_categories', 'profile', 'preferred_categories', 'Preferred categories',
          'Product categories the person wants to hear about', 'multi_enum', '[]', 3);

      create table engage_value_log (
        id bigint generated always as identity,
        at timestamptz not null,
        profile_id bigint not null,
        kind text not null,
        key text not null,
        old text,
        new text,
        source text not null,
        actor text,
        reason text,
        primary key (id, at)
      ) partition by range (at);
      create table engage_value_log_default partition of engage_value_log default;
      create index engage_value_log_profile on engage_value_log (profile_id, at desc);
    `)
    const now = new Date()
    this.addSql(monthPartitionsSql("engage_value_log", now, now))

    // A value of metadata as a field's type wants it, or null when it cannot be read so.
    this.addSql(`
      create function engage_field_value(raw jsonb, type text) returns jsonb language sql immutable parallel safe as $f$
        select case
          when raw is null or jsonb_typeof(raw) = 'null' or raw #>> '{}' = '' then null
          when type = 'number' then
            case when raw #>> '{}' ~ '^(-|)\\d{1,15}(\\.\\d{1,9}|)$' then to_jsonb((raw #>> '{}')::numeric) end
          when type = 'boolean' then
            case when lower(raw #>> '{}') in ('true', '1', 'yes') then 'true'::jsonb
              when lower(raw #>> '{}') in ('false', '0', 'no') then 'false'::jsonb end
          when type = 'date' then
            case when raw #>> '{}' ~ '^(1[89]|20|21)\\d\\d-(0[1-9]|1[0-2])-\\d\\d' then (
              select to_jsonb(to_char(day, 'YYYY-MM-DD'))
              from (
                select make_date(substr(raw #>> '{}', 1, 4)::int, substr(raw #>> '{}', 6, 2)::int, 1)
                  + substr(raw #>> '{}', 9, 2)::int - 1 as day
              ) d
              where to_char(day, 'YYYY-MM-DD') = substr(raw #>> '{}', 1, 10)
            ) end
          when type = 'multi_enum' then
            case jsonb_typeof(raw)
              when 'array' then (
                select jsonb_agg(v order by n) from jsonb_array_elements_text(raw) with ordinality as e (v, n) where v <> ''
              )
              when 'string' then (
                select jsonb_agg(btrim(v) order by n)
                from regexp_split_to_table(raw #>> '{}', ',') with ordinality as e (v, n) where btrim(v) <> ''
              )
            end
          when jsonb_typeof(raw) in ('string', 'number', 'boolean') then to_jsonb(left(raw #>> '{}', 500))
        end
      $f$;
    `)

    // One person made of two: what was, and which rows moved, so that it can be taken back exactly.
    this.addSql(`
      create table engage_merge (
        id bigint generated always as identity primary key,
        at timestamptz not null,
        kept bigint not null,
        gone bigint not null,
        rule text not null,
        actor text,
        snapshot jsonb not null,
        moved jsonb not null,
        undone_at timestamptz,
        undone_by text
      );
      create index engage_merge_kept on engage_merge (kept);
      create index engage_merge_gone on engage_merge (gone);

      create table engage_duplicate (
        a bigint not null,
        b bigint not null,
        reasons text[] not null,
        score smallint not null,
        found_at timestamptz not null,
        dismissed_at timestamptz,
        dismissed_by text,
        primary key (a, b),
        check (a < b)
      );
      create index engage_duplicate_open on engage_duplicate (score desc, a, b) where dismissed_at is null;

      create table engage_opt_in (
        id bigint generated always as identity primary key,
        profile_id bigint not null,
        channel text not null,
        topics text[] not null,
        email text not null,
        data jsonb not null default '{}',
        requested_at timestamptz not null,
        expires_at timestamptz not null,
        confirmed_at timestamptz,
        ip text,
        text_version text
      );
      create index engage_opt_in_profile on engage_opt_in (profile_id, requested_at);
      create index engage_opt_in_ip on engage_opt_in (ip, requested_at);

      create table engage_metric_spread (
        key text primary key,
        at timestamptz not null,
        profiles integer not null,
        points float8[] not null
      );
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop table if exists engage_metric_spread, engage_opt_in, engage_duplicate, engage_merge,
        engage_value_log, engage_field cascade;
      drop function if exists engage_field_value(jsonb, text);
      alter table engage_topic drop column private;
      alter table engage_purchase_line drop column custom;
      drop index if exists engage_purchase_number;
      alter table engage_purchase drop column source, drop column returned, drop column source_code, drop column utm_source,
        drop column utm_medium, drop column utm_campaign, drop column device, drop column custom;
      drop index if exists engage_profile_merged;
      alter table engage_profile drop column merged_into, drop column custom, drop column assigned, drop column returned,
        drop column first_order_value, drop column last_order_value, drop column largest_order, drop column median_gap_days,
        drop column orders_365, drop column revenue_365, drop column alive, drop column churn_risk, drop column churn_band,
        drop column next_order_at, drop column predicted_orders, drop column predicted_value, drop column cltv_predicted;
    `)
  }
}
