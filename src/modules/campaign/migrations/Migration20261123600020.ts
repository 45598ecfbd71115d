import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261123600020 extends Migration {
  override async up(): Promise<void> {
    // Days null: as the shop's rule has it, with its terms. What is changed for all runs of a campaign says when.
    this.addSql(`
      alter table engage_broadcast
        alter column attribution_days drop not null,
        alter column attribution_days drop default,
        add column attribution_terms jsonb not null default '{}';
      alter table engage_campaign_run
        alter column attribution_days drop not null,
        add column attribution_terms jsonb not null default '{}',
        add column attribution_changed_at timestamptz;
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      update engage_broadcast set attribution_days = 5 where attribution_days is null;
      update engage_campaign_run set attribution_days = 5 where attribution_days is null;
      alter table engage_broadcast
        alter column attribution_days set default 5,
        alter column attribution_days set not null,
        drop column if exists attribution_terms;
      alter table engage_campaign_run
        alter column attribution_days set not null,
        drop column if exists attribution_terms,
        drop column if exists attribution_changed_at;
    `)
  }
}
