import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What messages beside e-mail show beside their text: a picture, a link, buttons. */
export class Migration20261122000100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table engage_template add column card jsonb;
      alter table engage_content add column card jsonb;
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      alter table engage_template drop column if exists card;
      alter table engage_content drop column if exists card;
    `)
  }
}
