import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { monthPartitionsSql } from "../../../lib/partitions"

export class Migration20261122000000 extends Migration {
  override async up(): Promise<void> {
    // Two random UUIDs are 244 bits from the operating system, with no extension needed.
    this.addSql(`
      create table engage_secret (secret text not null);
      insert into engage_secret
      select replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
    `)

    // One wide row of typed columns a profile: facts and metrics together, so that a rule is one scan without a join.
    this.addSql(`
      create table engage_profile (
        id bigint generated always as identity primary key,
        registered_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        removed_at timestamptz,
        birthday date,
        orders integer not null default 0,
        items integer not null default 0,
        cancelled_orders integer not null default 0,
        unconverted_orders integer not null default 0,
        revenue bigint not null default 0,
        gross bigint not null default 0,
        discount bigint not null default 0,
        refunded bigint not null default 0,
        cancelled bigint not null default 0,
        aov bigint,
        first_order_at timestamptz,
        last_order_at timestamptz,
        avg_gap_days real,
        r smallint,
        f smallint,
        m smallint,
        subscribed smallint not null default 0,
        time_zone_confidence smallint not null default 0,
        has_account boolean not null default false,
        rfm_group text not null default 'no_orders',
        email_status text not null default 'missing',
        phone_status text not null default 'missing',
        country text,
        language text,
        gender text,
        email text,
        email_provider text,
        phone text,
        phone_type text,
        first_name text,
        last_name text,
        city text,
        postal_code text,
        time_zone text,
        time_zone_source text,
        source text,
        utm_source text,
        utm_medium text,
        utm_campaign text,
        last_orders timestamptz[]
      ) with (fillfactor = 85);
      create index engage_profile_recent on engage_profile (last_order_at desc, id);
      create index engage_profile_name on engage_profile ((lower(first_name || ' ' || coalesce(last_name, ''))) desc, id);
      create index engage_profile_revenue on engage_profile (revenue desc, id);
      create index engage_profile_orders on engage_profile (orders desc, id);
      create index engage_profile_email on engage_profile (email text_pattern_ops);
      create index engage_profile_first_name on engage_profile (lower(first_name || ' ' || coalesce(last_name, '')) text_pattern_ops);
      create index engage_profile_last_name on engage_profile (lower(last_name) text_pattern_ops);
      create index engage_profile_phone on engage_profile (phone text_pattern_ops);
    `)

    this.addSql(`
      create table engage_profile_raw (
        profile_id bigint primary key,
        email text,
        phone text,
        country text,
        email_reason text,
        phone_reason text,
        email_opt_in text,
        sms_opt_in text,
        due boolean not null default true
      ) with (fillfactor = 90);
      create index engage_profile_raw_due on engage_profile_raw (profile_id) where due;
    `)

    // Whom an outside key belongs to: e-mail addresses, Medusa customer ids.
    this.addSql(`
      create table engage_identity (
        kind text not null,
        value text not null,
        profile_id bigint not null,
        created_at timestamptz not null default now(),
        primary key (kind, value)
      );
      create index engage_identity_profile on engage_identity (profile_id);
    `)

    this.addSql(`
      create table engage_purchase (
        id bigint generated always as identity primary key,
        order_id text not null unique,
        profile_id bigint not null,
        placed_at timestamptz not null,
        canceled_at timestamptz,
        gross bigint not null,
        discount bigint not null,
        refunded bigint not null,
        net bigint not null,
        net_base bigint,
        items integer not null,
        counted boolean not null,
        currency text not null,
        status text not null,
        customer_id text,
        display_id integer,
        sales_channel_id text,
        country text
      ) with (fillfactor = 90);
      create index engage_purchase_profile on engage_purchase (profile_id, placed_at);
      create index engage_purchase_placed on engage_purchase (placed_at);
      create index engage_purchase_customer on engage_purchase (customer_id);

      create table engage_product (
        id bigint generated always as identity primary key,
        product_id text not null unique,
        title text not null,
        handle text,
        thumbnail text
      );

      create table engage_purchase_line (
        purchase_id bigint not null,
        line_id text not null,
        product_no bigint,
        quantity integer not null,
        net bigint not null,
        title text,
        variant_id text,
        primary key (purchase_id, line_id)
      );

      create table engage_profile_product (
        product_no bigint not null,
        profile_id bigint not null,
        first_at timestamptz not null,
        last_at timestamptz not null,
        quantity integer not null,
        orders integer not null,
        net bigint not null,
        primary key (product_no, profile_id)
      ) with (fillfactor = 90);
      create index engage_profile_product_profile on engage_profile_product (profile_id);
    `)

    this.addSql(`
      create table engage_consent (
        profile_id bigint not null,
        channel text not null,
        topic text not null,
        state text not null,
        since timestamptz not null,
        method text not null,
        primary key (profile_id, channel, topic)
      ) with (fillfactor = 90);

      create table engage_consent_log (
        id bigint generated always as identity,
        at timestamptz not null,
        profile_id bigint not null,
        channel text not null,
        topic text not null,
        state text not null,
        method text not null,
        ip text,
        text_version text,
        reason text,
        actor text,
        primary key (id, at)
      ) partition by range (at);
      create table engage_consent_log_default partition of engage_consent_log default;
      create index engage_consent_log_profile on engage_consent_log (profile_id, at);

      create table engage_topic (
        key text primary key,
        name text not null,
        description text not null
      );
      insert into engage_topic values
        ('news', 'News', 'New products, stories and advice'),
        ('offers', 'Offers', 'Sales, discounts and personal offers');
    `)

    const now = new Date()
    this.addSql(monthPartitionsSql("engage_consent_log", now, now))

    // What the sync loop has to do and how far it is.
    this.addSql(`
      create table engage_inbox (
        id bigint generated always as identity primary key,
        source text not null,
        ref text not null,
        name text not null,
        received_at timestamptz not null default now()
      );
      create table engage_dirty (
        profile_id bigint primary key,
        at timestamptz not null default now()
      );
      create table engage_segment_dirty (
        profile_id bigint primary key,
        at timestamptz not null default now()
      );
      create table engage_watermark (
        source text primary key,
        high_at timestamptz not null default '-infinity',
        cursor_at timestamptz,
        cursor_id text,
        pass_high timestamptz,
        passed_at timestamptz,
        rows bigint not null default 0
      );
      create table engage_reconciliation (
        source text not null,
        checked_at timestamptz not null,
        shop bigint not null,
        ours bigint not null,
        repaired bigint not null default 0,
        primary key (source, checked_at)
      );
      create table engage_state (key text primary key, value jsonb not null, updated_at timestamptz not null default now());
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop table if exists engage_state, engage_reconciliation, engage_watermark, engage_segment_dirty, engage_dirty,
        engage_inbox, engage_topic, engage_consent_log, engage_consent, engage_profile_product, engage_purchase_line,
        engage_product, engage_purchase, engage_identity, engage_profile_raw, engage_profile, engage_secret cascade;
    `)
  }
}
