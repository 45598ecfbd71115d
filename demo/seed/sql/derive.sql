-- What several statements need of each order, computed once.
truncate stage_return, stage_total;

insert into stage_return (order_number, line_id, quantity)
select
  order_number,
  line_id,
  sum(quantity)::integer as quantity
from stage_refund
where line_id is not null
group by order_number, line_id;

insert into stage_total (number, placed, returned, credited, version, updated_at)
select
  o.number,
  coalesce(l.items, 0) + o.shipping as placed,
  coalesce(r.returned, 0) as returned,
  coalesce(r.credited, 0) + case when o.cancelled_at is null then 0 else coalesce(l.items, 0) + o.shipping end as credited,
  case when r.order_number is null and o.cancelled_at is null then 1 else 2 end as version,
  greatest(o.placed_at, o.cancelled_at, r.refunded_at) as updated_at
from stage_order o
left join (
  select order_number, sum(quantity::bigint * pence) as items
  from stage_line
  group by order_number
) l on l.order_number = o.number
left join (
  select
    order_number,
    coalesce(sum(quantity::bigint * pence) filter (where line_id is not null), 0) as returned,
    coalesce(sum(quantity::bigint * pence) filter (where line_id is null), 0) as credited,
    max(refunded_at) as refunded_at
  from stage_refund
  group by order_number
) r on r.order_number = o.number;

analyze stage_order;
analyze stage_line;
analyze stage_total;
analyze stage_return;
analyze stage_refund;
