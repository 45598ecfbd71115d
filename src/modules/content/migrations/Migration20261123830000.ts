import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What was replaced in all templates at once, with what stood there before. */
export class Migration20261123830000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table engage_replacement (
        id text primary key,
        find text not null,
        replacement text not null,
        match_case boolean not null,
        at timestamptz not null,
        undone_at timestamptz
      );
      create table engage_replacement_part (
        replacement_id text not null references engage_replacement on delete cascade,
        kind text not null check (kind in ('template', 'block')),
        target_id text not null,
        name text not null,
        places integer not null,
        before jsonb not null,
        after_at timestamptz not null,
        primary key (replacement_id, kind, target_id)
      );
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists engage_replacement_part, engage_replacement;`)
  }
}
