import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Pictures of messages are kept account of like the files that go along with them: where each lies, whether it was ever
 * part of a message, and since when one cannot be read.
 */
export class Migration20261123900000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table engage_attachment rename to engage_file;
      alter table engage_file
        add column url text,
        add column mark text,
        add column sent_at timestamptz,
        add column lost_at timestamptz,
        add constraint engage_file_mark check ((url is null) = (mark is null));
      create index engage_file_created on engage_file (created_at desc, id desc);
      update engage_file f
      set sent_at = now()
      where exists (
        select 1 from engage_content c where c.attachments @> jsonb_build_array(jsonb_build_object('id', f.id))
      );
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop index if exists engage_file_created;
      delete from engage_file where url is not null;
      alter table engage_file
        drop column if exists url, drop column if exists mark, drop column if exists sent_at, drop column if exists lost_at;
      alter table engage_file rename to engage_attachment;
    `)
  }
}
