-- Temporary tables that hold the demo's rows before they become Medusa's. Amounts are pence.
create temporary table stage_product (
  code text primary key,
  title text not null,
  handle text not null,
  pence integer not null,
  first_sold timestamptz not null
);

create temporary table stage_customer (
  id text not null,
  guest boolean not null,
  email text not null,
  phone text,
  first_name text,
  last_name text,
  has_account boolean not null,
  country text,
  city text,
  postal_code text,
  street text,
  metadata jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (id, guest)
);

create temporary table stage_order (
  number text primary key,
  position integer not null,
  customer text not null,
  guest boolean not null,
  placed_at timestamptz not null,
  shipping integer not null,
  cancelled_at timestamptz,
  cancellation text
);

create temporary table stage_line (
  id integer primary key,
  order_number text not null,
  code text,
  title text not null,
  quantity integer not null,
  pence integer not null
);

-- A refund names a line, or no line when it gives shipping back.
create temporary table stage_refund (
  cancellation text not null,
  order_number text not null,
  line_id integer,
  quantity integer not null,
  pence integer not null,
  refunded_at timestamptz not null
);

create temporary table stage_cart (
  id text primary key,
  customer text,
  order_number text,
  metadata jsonb,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create temporary table stage_cart_line (
  cart_id text not null,
  position integer not null,
  code text not null,
  quantity integer not null
);

-- Derived (derive.sql): what of each line came back, and what each order adds up to.
create temporary table stage_return (
  order_number text not null,
  line_id integer primary key,
  quantity integer not null
);

create temporary table stage_total (
  number text primary key,
  placed bigint not null,
  returned bigint not null,
  credited bigint not null,
  version integer not null,
  updated_at timestamptz not null
);

-- One row a copy of the data set: the real one has no suffix.
create temporary table stage_copy (k integer primary key, suffix text not null, position_offset integer not null);

create function pg_temp.raw(amount numeric) returns jsonb language sql stable as $$
  select jsonb_build_object('value', trim_scale(amount)::text, 'precision', 20)
$$;
