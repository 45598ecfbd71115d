import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122000092 extends Migration {
  override async up(): Promise<void> {
    // What providers report after they took a message. Null for nearly all, and so without weight in the row.
    this.addSql(`
      alter table engage_message
        add column bounced_at timestamptz,
        add column complained_at timestamptz;

      alter table engage_suppression add column added_by text;
      create index engage_suppression_at on engage_suppression (at desc, channel, address);

      create table engage_provider_report (
        provider text primary key,
        last_report_at timestamptz,
        last_refused_at timestamptz,
        last_refusal text
      );
    `)

    // Bounces and complaints are few among the openings and clicks, and are asked for by themselves.
    this.addSql(`
      create index engage_message_event_trouble on engage_message_event (at) where kind in ('bounced', 'complained');
    `)

    // Per run and mailbox provider, counted anew now and then: pages about deliverability read no message.
    this.addSql(`
      create table engage_mailbox_stat (
        run_id bigint not null,
        run_at timestamptz not null,
        mailbox text not null,
        accepted bigint not null,
        delivered bigint not null,
        hard bigint not null,
        soft bigint not null,
        sender bigint not null,
        complained bigint not null,
        opened bigint not null,
        clicked bigint not null,
        primary key (run_id, mailbox)
      );
      create index engage_mailbox_stat_at on engage_mailbox_stat (run_at);
      alter table engage_run add column mailboxes_at timestamptz;
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop table if exists engage_mailbox_stat, engage_provider_report;
      drop index if exists engage_suppression_at, engage_message_event_trouble;
      alter table engage_suppression drop column if exists added_by;
      alter table engage_run drop column if exists mailboxes_at;
      alter table engage_message drop column if exists bounced_at, drop column if exists complained_at;
    `)
  }
}
