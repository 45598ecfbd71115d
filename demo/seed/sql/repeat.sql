-- Copies are for scale, not for reading: the eight youngest orders of a customer, the first two lines of an order.
delete from stage_order o
using (
  select number, row_number() over (partition by customer order by placed_at desc, number) as age
  from stage_order
) r
where r.number = o.number and r.age > 8;

delete from stage_line l
using (
  select id, row_number() over (partition by order_number order by id) as position
  from stage_line
) r
where r.id = l.id
  and (r.position > 2 or not exists (select from stage_order o where o.number = l.order_number));

delete from stage_refund r
where not exists (select from stage_order o where o.number = r.order_number)
  or (r.line_id is not null and not exists (select from stage_line l where l.id = r.line_id));
