import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const NAME = `lower(first_name || ' ' || coalesce(last_name, ''))`

export class Migration20261123400000 extends Migration {
  override async up(): Promise<void> {
    // Metrics change every minute and names hardly ever, but a changed row is entered into every index of its table. So the
    // indexes over names and addresses belong to a table of their own, which triggers keep.
    this.addSql(`
      create table engage_profile_search (
        profile_id bigint primary key,
        email text,
        phone text,
        first_name text,
        last_name text
      );
      insert into engage_profile_search select id, email, phone, first_name, last_name from engage_profile;
      drop index engage_profile_name, engage_profile_first_name, engage_profile_last_name, engage_profile_email,
        engage_profile_phone;
      create index engage_profile_search_sorted on engage_profile_search (${NAME} desc, profile_id);
      create index engage_profile_search_name on engage_profile_search (${NAME} text_pattern_ops);
      create index engage_profile_search_last_name on engage_profile_search (lower(last_name) text_pattern_ops);
      create index engage_profile_search_email on engage_profile_search (email text_pattern_ops);
      create index engage_profile_search_phone on engage_profile_search (phone text_pattern_ops);
      analyze engage_profile_search;
    `)
    this.addSql(`
      create function engage_profile_search_add() returns trigger language plpgsql as $$
      begin
        insert into engage_profile_search select id, email, phone, first_name, last_name from added;
        return null;
      end $$;
      create function engage_profile_search_change() returns trigger language plpgsql as $$
      begin
        update engage_profile_search
        set email = new.email, phone = new.phone, first_name = new.first_name, last_name = new.last_name
        where profile_id = new.id;
        return null;
      end $$;
      create function engage_profile_search_remove() returns trigger language plpgsql as $$
      begin
        delete from engage_profile_search s using removed r where s.profile_id = r.id;
        return null;
      end $$;
      create trigger engage_profile_search_add after insert on engage_profile
        referencing new table as added for each statement execute function engage_profile_search_add();
      create trigger engage_profile_search_change after update of email, phone, first_name, last_name on engage_profile
        for each row when (
          (old.email, old.phone, old.first_name, old.last_name) is distinct from
          (new.email, new.phone, new.first_name, new.last_name)
        ) execute function engage_profile_search_change();
      create trigger engage_profile_search_remove after delete on engage_profile
        referencing old table as removed for each statement execute function engage_profile_search_remove();
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop trigger if exists engage_profile_search_add on engage_profile;
      drop trigger if exists engage_profile_search_change on engage_profile;
      drop trigger if exists engage_profile_search_remove on engage_profile;
      drop function if exists engage_profile_search_add, engage_profile_search_change, engage_profile_search_remove;
      drop table if exists engage_profile_search;
      create index engage_profile_name on engage_profile (${NAME} desc, id);
      create index engage_profile_first_name on engage_profile (${NAME} text_pattern_ops);
      create index engage_profile_last_name on engage_profile (lower(last_name) text_pattern_ops);
      create index engage_profile_email on engage_profile (email text_pattern_ops);
      create index engage_profile_phone on engage_profile (phone text_pattern_ops);
    `)
  }
}
