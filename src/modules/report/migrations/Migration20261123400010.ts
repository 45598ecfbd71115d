import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261123400010 extends Migration {
  override async up(): Promise<void> {
    // Numbers of what is too large to be counted each time that somebody looks.
    this.addSql(`
      create table engage_kept_numbers (
        key text primary key,
        numbers jsonb not null,
        counted_at timestamptz not null,
        took_ms integer not null
      );
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists engage_kept_numbers;`)
  }
}
