import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122000110 extends Migration {
  override async up(): Promise<void> {
    // How far each trigger has looked, by its place in the plan; what goals and waits look for goes on during a pause.
    this.addSql(`
      alter table engage_campaign
        add column marks jsonb not null default '{}',
        add column watched_at timestamptz,
        drop column last_purchase_id;
      update engage_campaign
      set marks = jsonb_build_object('trigger', last_profile_id), watched_at = scanned_at;
      alter table engage_campaign drop column last_profile_id;
    `)

    // What let somebody in: the order, the cart, the product. "found" is what came of waiting for something.
    this.addSql(`
      alter table engage_enrollment
        add column context jsonb not null default '{}',
        add column found text;
    `)

    this.addSql(`
      create table engage_step_done (
        id bigint generated always as identity primary key,
        campaign_id text not null,
        step text not null,
        way text not null,
        profile_id bigint not null,
        at timestamptz not null
      );
      create index engage_step_done_profile on engage_step_done (profile_id);

      create table engage_stock (
        variant_id text primary key,
        product_id text not null,
        available bigint,
        prices jsonb not null
      );
      create table engage_stock_change (
        id bigint generated always as identity primary key,
        at timestamptz not null,
        kind text not null,
        variant_id text not null,
        product_id text not null,
        currency text,
        was numeric not null,
        became numeric not null
      );
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop table if exists engage_stock_change, engage_stock, engage_step_done;
      alter table engage_enrollment drop column if exists found, drop column if exists context;
      alter table engage_campaign
        drop column if exists watched_at, drop column if exists marks,
        add column last_purchase_id bigint not null default 0, add column last_profile_id bigint not null default 0;
    `)
  }
}
