import { ruleBuilder } from "../support/builder.mjs"
import { accessible, number, reads } from "../support/expect.mjs"

const SENT = `
  select 1 from engage_message m join engage_run r on r.id = m.run_id and not r.is_test
  where m.profile_id = p.id and m.state = 2`
const DELIVERED =
  "m.bounced_at is null and coalesce(m.delivered_at, m.opened_at, m.clicked_at) is not null"
const BOUGHT = "select 1 from engage_touch t where t.profile_id = p.id and t.credit > 0"
const CAME = `
  select 1 from engage_session s
  where s.profile_id = p.id and s.events > 0 and coalesce(s.utm_source, s.click_id, s.referrer) is not null`
/** How many people rules about messages and sources find, by the tables themselves. */
const PEOPLE = `
  select count(*) filter (where exists (${SENT} and ${DELIVERED}))::int as delivered,
    count(*) filter (where exists (${BOUGHT}))::int as ordered,
    count(*) filter (where exists (${CAME}))::int as touched,
    count(*) filter (where exists (${SENT}))::int as written_to,
    count(*) filter (where not exists (${SENT}))::int as never
  from engage_profile p where p.removed_at is null`

/** Rules about messages, sources and files, each with its count against SQL. */
export default async function segmentsContact({ page, step, shoot, admin, rows }) {
  const builder = ruleBuilder(page)
  const { main, count } = builder

  await step(
    "asks for messages delivered, bought upon and long ago, and for the first source",
    async () => {
      const [people] = await rows(PEOPLE)
      const finds = async (search, label, fields, wanted, name) => {
        await admin("/engage/segments/create")
        await builder.add(search, label)
        for (const field of fields) await builder.only(field)
        await reads(count, number(wanted))
        await shoot(`64-rule-${name}`)
      }
      const received = ["messages received", /^Messages received: Number/]
      await finds(...received, ["Was delivered"], people.delivered, "delivered")
      await finds(...received, ["Was followed by an order"], people.ordered, "ordered")
      const visits = ["visits", /^Website visits: Number/]
      await finds(...visits, ["Is the first visit from a source"], people.touched, "first-touch")
      await finds(...visits, ["Is the latest visit from a source"], people.touched, "last-touch")
      await admin("/engage/segments/create")
      await builder.addAtLeast("days since the latest", /^Messages received: Days since/, "0")
      await reads(count, number(people.written_to))
      await main.getByRole("textbox", { name: "Value" }).fill("9999")
      await reads(count, "0")
      await main.getByRole("checkbox", { name: "or never" }).click()
      await reads(count, number(people.never))
      await shoot("64-rule-never")
      await accessible(page)
    }
  )

  await step("asks for the file that people came in with", async () => {
    const file = `fair-${Date.now().toString(36)}`
    const people = `email,first_name\none@${file}.example,One\ntwo@${file}.example,Two\n`
    await admin("/engage/imports")
    await main.getByRole("button", { name: "Import a file" }).click()
    const dialog = page.getByRole("dialog")
    await dialog
      .getByLabel("File", { exact: true })
      .setInputFiles({ name: `${file}.csv`, mimeType: "text/csv", buffer: Buffer.from(people) })
    await dialog.getByRole("button", { name: "Upload" }).click()
    await main.getByRole("heading", { name: `${file}.csv` }).waitFor()
    await main.getByRole("button", { name: "Check" }).click()
    await main.getByRole("heading", { name: "What would happen" }).waitFor()
    await main.getByRole("button", { name: "Import", exact: true }).click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Import" }).click()
    await main.getByText("Done", { exact: true }).waitFor()
    await admin("/engage/segments/create")
    await builder.add("file they", "File they came in with")
    await builder.value(`${file}.csv`)
    await reads(count, "2")
    await shoot("64-rule-file")
    await admin("/engage/imports")
    await main.getByRole("link", { name: `${file}.csv` }).click()
    await main.getByRole("button", { name: "Undo" }).click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Undo" }).click()
    await main.getByText("Undone", { exact: true }).waitFor()
  })
}
