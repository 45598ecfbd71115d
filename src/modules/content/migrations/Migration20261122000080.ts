import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Messages as blocks, blocks that are used again, and the shop's constants. */
export class Migration20261122000080 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table engage_template add column document jsonb;

      create table engage_saved_block (
        id text primary key,
        name text not null,
        block jsonb not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );

      create table engage_constant (
        key text primary key,
        label text not null,
        kind text not null,
        value text not null,
        built_in boolean not null default false,
        updated_at timestamptz not null default now()
      );
      insert into engage_constant (key, label, kind, value, built_in)
      values
        ('accent_color', 'Brand colour', 'color', '#18181b', true),
        ('logo', 'Logo', 'image', '', true),
        ('website', 'Website', 'link', '', true),
        ('instagram', 'Instagram', 'link', '', true),
        ('facebook', 'Facebook', 'link', '', true),
        ('tiktok', 'TikTok', 'link', '', true),
        ('youtube', 'YouTube', 'link', '', true),
        ('pinterest', 'Pinterest', 'link', '', true),
        ('x', 'X', 'link', '', true),
        ('linkedin', 'LinkedIn', 'link', '', true);
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop table if exists engage_constant, engage_saved_block;
      alter table engage_template drop column document;
    `)
  }
}
