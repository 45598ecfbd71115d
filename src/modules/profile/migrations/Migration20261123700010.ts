import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The statuses of orders as they were last seen, so that it can be told what became of what. */
export class Migration20261123700010 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table engage_order_status (
        order_id text primary key,
        general text not null,
        payment text not null,
        fulfillment text not null
      );
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists engage_order_status;`)
  }
}
