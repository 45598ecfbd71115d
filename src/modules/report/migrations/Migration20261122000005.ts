import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122000005 extends Migration {
  override async up(): Promise<void> {
    // Every message that may have led to a purchase, with its share of the credit under the chosen model.
    this.addSql(`
      create table engage_touch (
        purchase_id bigint not null,
        run_id bigint not null,
        pass bigint not null default 0,
        profile_id bigint not null,
        kind text not null,
        interaction_at timestamptz not null,
        sent_at timestamptz not null,
        credit real not null,
        primary key (purchase_id, run_id, pass)
      );
      create index engage_touch_run on engage_touch (run_id);
      create index engage_touch_profile on engage_touch (profile_id);

      create table engage_attribution_state (
        id boolean primary key default true check (id),
        last_purchase_id bigint not null,
        computed_at timestamptz not null
      );
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists engage_touch, engage_attribution_state cascade;`)
  }
}
