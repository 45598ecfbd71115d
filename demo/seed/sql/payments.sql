-- The payments behind the transactions, so that the admin shows orders as captured, refunded or canceled.
insert into payment_collection (
  id, currency_code, amount, raw_amount, authorized_amount, raw_authorized_amount, captured_amount, raw_captured_amount,
  refunded_amount, raw_refunded_amount, status, completed_at, created_at, updated_at
)
select
  'pay_col_' || number, 'gbp',
  placed / 100.0, pg_temp.raw(placed / 100.0), placed / 100.0, pg_temp.raw(placed / 100.0),
  placed / 100.0, pg_temp.raw(placed / 100.0),
  (returned + credited) / 100.0, pg_temp.raw((returned + credited) / 100.0),
  case when cancelled_at is null then 'completed' else 'canceled' end, placed_at, placed_at, updated_at
from copied_order;

insert into order_payment_collection (id, order_id, payment_collection_id)
select 'ordpay_' || number, order_id, 'pay_col_' || number
from copied_order;

insert into payment_session (
  id, currency_code, amount, raw_amount, provider_id, status, authorized_at, payment_collection_id, created_at, updated_at
)
select
  'payses_' || number, 'gbp', placed / 100.0, pg_temp.raw(placed / 100.0), 'pp_system_default', 'captured', placed_at,
  'pay_col_' || number, placed_at, placed_at
from copied_order;

insert into payment (
  id, currency_code, amount, raw_amount, provider_id, data, captured_at, payment_collection_id, payment_session_id,
  created_at, updated_at
)
select
  'pay_' || number, 'gbp', placed / 100.0, pg_temp.raw(placed / 100.0), 'pp_system_default', '{}', placed_at,
  'pay_col_' || number, 'payses_' || number, placed_at, placed_at
from copied_order;

insert into capture (id, amount, raw_amount, payment_id, created_at, updated_at)
select 'capt_' || number, placed / 100.0, pg_temp.raw(placed / 100.0), 'pay_' || number, placed_at, placed_at
from copied_order
where placed > 0;

insert into refund (id, amount, raw_amount, payment_id, created_at, updated_at)
select
  'ref_' || key, (returned + credited) / 100.0, pg_temp.raw((returned + credited) / 100.0), 'pay_' || number,
  refunded_at, refunded_at
from copied_refund
where returned + credited > 0;
