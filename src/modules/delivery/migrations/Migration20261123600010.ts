import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261123600010 extends Migration {
  override async up(): Promise<void> {
    // Prices and costs are in thousandths of a minor unit: an e-mail costs a small part of a cent. What a message cost is
    // written when its service took it; null where no price was known then.
    this.addSql(`
      create table engage_sending_price (
        account text not null,
        destination text not null default '',
        price integer not null,
        primary key (account, destination)
      );
      alter table engage_message add column cost integer;
      alter table engage_mailbox_stat
        add column cost bigint not null default 0,
        add column unpriced bigint not null default 0;
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop table if exists engage_sending_price;
      alter table engage_message drop column if exists cost;
      alter table engage_mailbox_stat drop column if exists cost, drop column if exists unpriced;
    `)
  }
}
