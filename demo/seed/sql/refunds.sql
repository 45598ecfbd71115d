-- What the cancellation invoices gave back: returned lines, credited shipping, cancelled orders; each with its refund.
create or replace temporary view copied_refund as
select
  r.cancellation,
  o.number,
  o.order_id,
  o.suffix,
  r.returned,
  r.credited,
  r.refunded_at,
  r.cancellation || '_' || o.number || o.suffix as key
from copied_order o
join (
  select
    cancellation,
    order_number,
    coalesce(sum(quantity::bigint * pence) filter (where line_id is not null), 0) as returned,
    coalesce(sum(quantity::bigint * pence) filter (where line_id is null), 0) as credited,
    max(refunded_at) as refunded_at
  from stage_refund
  group by cancellation, order_number
  union all
  select o.cancellation, o.number, 0, t.placed, o.cancelled_at
  from stage_order o
  join stage_total t on t.number = o.number
  where o.cancelled_at is not null
) r on r.order_number = o.number;

insert into return (
  id, order_id, order_version, status, refund_amount, raw_refund_amount, location_id,
  requested_at, received_at, created_at, updated_at
)
select
  'return_' || f.key, f.order_id, 2, 'received', f.returned / 100.0, pg_temp.raw(f.returned / 100.0), 'sloc_demo',
  f.refunded_at, f.refunded_at, f.refunded_at, f.refunded_at
from copied_refund f
where exists (
  select from stage_refund r
  where r.cancellation = f.cancellation and r.order_number = f.number and r.line_id is not null
);

insert into return_item (
  id, return_id, item_id, quantity, raw_quantity, received_quantity, raw_received_quantity, created_at, updated_at
)
select
  'retitem_' || r.cancellation || '_' || r.line_id || c.suffix,
  'return_' || r.cancellation || '_' || r.order_number || c.suffix,
  'ordli_' || r.line_id || c.suffix,
  sum(r.quantity), pg_temp.raw(sum(r.quantity)), sum(r.quantity), pg_temp.raw(sum(r.quantity)),
  max(r.refunded_at), max(r.refunded_at)
from stage_refund r
cross join stage_copy c
where r.line_id is not null
group by r.cancellation, r.order_number, r.line_id, c.suffix;

insert into order_credit_line (
  id, order_id, version, reference, reference_id, amount, raw_amount, metadata, created_at, updated_at
)
select
  'ordcl_' || key, order_id, 2, 'payment_collection', 'pay_col_' || number || suffix,
  credited / 100.0, pg_temp.raw(credited / 100.0), '{"created_in_version": 2}', refunded_at, refunded_at
from copied_refund
where credited > 0;

insert into order_transaction (
  id, order_id, version, amount, raw_amount, currency_code, reference, reference_id, created_at, updated_at
)
select
  'ordtrx_' || key, order_id, 2, -(returned + credited) / 100.0, pg_temp.raw(-(returned + credited) / 100.0), 'gbp',
  'refund', 'ref_' || key, refunded_at, refunded_at
from copied_refund
where returned + credited > 0;
