/** Database, people and content of the broadcast benchmark. */
import { knex, type Knex } from "@medusajs/framework/mikro-orm/knex"
import { createDatabase } from "../integration-tests/fault/support/database"
import { loadContent } from "../src/modules/content/render/renderer"
import { publishContent } from "../src/modules/content/publish/publish"
import { freezeRun } from "../src/modules/delivery/ledger/freeze"
import { checkInvariant } from "../src/modules/delivery/ledger/progress"
import { createRun } from "../src/modules/delivery/ledger/runs"

export { createDatabase, checkInvariant }

const PARAGRAPH =
  "Our new collection is made of linen, wool and recycled cotton, cut and sewn in small workshops that we know by name. "

/** A message of about 20 KB that says something personal in every part. */
function template() {
  const cell =
    "padding:16px 24px;font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:24px;color:#111827"
  const cards = Array.from(
    { length: 18 },
    (
      _,
      i
    ) => `<tr><td class="card" style="${cell}"><table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr>
      <td width="120" style="${cell}"><img src="https://shop.example/images/collection-${i}.jpg" width="120" height="120" alt="" style="display:block;border:0;border-radius:8px"></td>
      <td style="${cell}"><h2 style="margin:0;font-size:18px">No. ${i} for {{ profile.first_name | default: "you" }}</h2><p>${PARAGRAPH}</p>
      <a href="https://shop.example/collection/${i}?ref=mail" style="color:#2563eb;text-decoration:underline">See it</a></td></tr></table></td></tr>`
  ).join("")
  return {
    subject: `{{ profile.first_name | default: "Hello" }}, the new collection is here`,
    preheader: `{% if profile.orders > 0 %}Thank you for {{ profile.orders }} orders{% else %}Free shipping on your first order{% endif %}`,
    html: `<!doctype html><html><body style="margin:0;background:#f3f4f6"><table role="presentation" width="600" align="center">
      <tr><td>Hello {{ profile.name }} from {{ profile.city | default: "everywhere" }} ({{ profile.email }})</td></tr>
      {% if profile.orders > 2 %}<tr><td>You spent {{ profile.revenue | money: shop.currency }}; thank you!</td></tr>{% else %}<tr><td>Nice to meet you.</td></tr>{% endif %}
      {% if last_order %}<tr><td>Order {{ last_order.number }} of {{ last_order.date | date: "%d.%m.%Y" }}, {{ last_order.total | money: last_order.currency }}
      <ul>{% for item in last_order.items %}<li>{{ item.quantity }} × {{ item.title }} {{ item.total | money: last_order.currency }}</li>{% endfor %}</ul></td></tr>{% endif %}
      ${cards}</table></body></html>`,
    text: null,
  }
}

export function connect(url: string): Knex {
  return knex({ client: "pg", connection: url, pool: { min: 0, max: 4 } })
}

/** People with one order of three lines each. */
export async function seedPeople(db: Knex, people: number): Promise<void> {
  await db.raw(
    `insert into engage_profile (email, email_status, first_name, last_name, city, subscribed, orders, revenue)
     select 'person' || i || '@shop.example', 'valid', 'First' || i, 'Last' || i, 'Berlin', 1, i % 7, i % 100000
     from generate_series(1, ?::int) i`,
    [people]
  )
  await db.raw(
    `insert into engage_purchase
       (order_id, profile_id, placed_at, gross, discount, refunded, net, items, counted, currency, status, display_id)
     select 'order_' || i, i, now() - (i % 300) * interval '1 day', 4990, 0, 0, 4990, 3, true, 'eur', 'completed', i
     from generate_series(1, ?::int) i`,
    [people]
  )
  await db.raw(
    `insert into engage_purchase_line (purchase_id, line_id, quantity, net, title)
     select p.id, 'l' || n, n, 1000 * n, 'Linen shirt no. ' || n from engage_purchase p, generate_series(1, 3) n`
  )
  await db.raw(`vacuum analyze engage_profile, engage_purchase, engage_purchase_line`)
}

/** Freezes a run to the first `people` people. */
export async function freeze(db: Knex, people: number, provider = "smtp") {
  const now = new Date()
  const contentId = await publishContent(db, template(), { channel: "email", now })
  const runId = await createRun(db, {
    kind: "broadcast",
    ref: "bc_bench",
    title: "Benchmark",
    channel: "email",
    topic: "news",
    provider,
    contentId,
    sender: {
      name: "Benchmark shop",
      email: "shop@engage.example",
      postalAddress: "1 Main Street, Berlin",
    },
    now,
  })
  const audience = {
    sql: `select id as profile_id from engage_profile where id <= :people`,
    params: { people },
  }
  const start = process.hrtime.bigint()
  const frozen = await freezeRun(db, runId, audience, null, now)
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  return {
    runId,
    frozen,
    seconds,
    htmlBytes: Buffer.byteLength((await loadContent(db, contentId)).html),
  }
}
